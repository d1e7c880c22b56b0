import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { fieldAt, fieldNameOf, typeNameOf } from '#authorization/coordinates.ts';

describe('a coordinate', () => {
  it.each([
    ['Query.personas', 'Query', 'personas'],
    ['Persona', 'Persona', ''],
    ['', '', ''],
  ])('%j is of a type and names a field', (coordinate, type, field) => {
    expect([typeNameOf(coordinate), fieldNameOf(coordinate)]).toEqual([type, field]);
  });

  it('leads to a field of an object type, and nowhere else', () => {
    const schema = buildSchema('type Query { a: Int } input In { a: Int } enum E { a }');
    expect(fieldAt(schema, 'Query.a')?.name).toBe('a');
    for (const none of ['Query.b', 'Query', 'In.a', 'E.a', 'Gone.a', ''])
      expect([none, fieldAt(schema, none)]).toEqual([none, undefined]);
  });
});
