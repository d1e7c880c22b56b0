import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWordTable, writeWordTable, WordVectorsError } from '#scoring/word-table.ts';

const table = {
  dimensions: 2,
  words: ['engineer', 'nurse', 'café'],
  counts: [30, 20, 1],
  scales: new Float32Array([0.5, 0.25, 0.125]),
  components: new Int8Array([1, -2, 127, -127, 0, 3]),
};

function fileWith(header: unknown, rest = new Uint8Array(0)): Uint8Array {
  const json = new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header));
  const bytes = new Uint8Array(Math.ceil((4 + json.length) / 4) * 4 + rest.length);
  new DataView(bytes.buffer).setUint32(0, json.length, true);
  bytes.set(json, 4);
  bytes.set(rest, bytes.length - rest.length);
  return bytes;
}

describe('readWordTable', () => {
  it('reads back what was written', () => {
    expect(readWordTable(writeWordTable(table))).toEqual(table);
  });

  it('reads a file that does not begin at a multiple of four in memory', () => {
    const bytes = writeWordTable(table);
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(readWordTable(shifted.subarray(1))).toEqual(table);
  });

  const one = { D: 1, n: 1, words: ['a'], counts: [1] };
  it.each([
    ['an empty file', new Uint8Array(0), 'too short for a header'],
    ['a length beyond the end', new Uint8Array([255, 0, 0, 0, 123]), 'ends within its header'],
    ['no JSON', fileWith('nonsense'), 'the header is no JSON'],
    ['bytes that are no text', fileWith('"\u{fffd}"').with(5, 255), 'the header is no JSON'],
    ['no object', fileWith([]), 'wrong at its top'],
    ['no dimensions', fileWith({ ...one, D: 0 }), 'wrong at D'],
    ['a count of none', fileWith({ ...one, counts: [0] }), 'wrong at counts.0'],
    ['an empty word', fileWith({ ...one, words: [''] }), 'wrong at words.0'],
    ['fewer words than promised', fileWith({ ...one, n: 2 }), 'promises 2 words and lists 1'],
    ['more counts than words', fileWith({ ...one, counts: [1, 2] }), 'promises 1 counts and lists 2'],
    ['a word twice', fileWith({ D: 1, n: 2, words: ['a', 'a'], counts: [1, 1] }), 'listed twice'],
    ['missing numbers', fileWith(one), 'bytes and has'],
    ['numbers too many', fileWith(one, new Uint8Array(6)), 'bytes and has'],
    ['a scale that is none', fileWith(one, new Uint8Array([0, 0, 192, 127, 1])), 'a scale is no positive number'],
  ])('refuses %s', (_, bytes, reason) => {
    expect(() => readWordTable(bytes)).toThrow(WordVectorsError);
    expect(() => readWordTable(bytes)).toThrow(reason);
  });

  it('reads or refuses any bytes, and fails in no other way', () => {
    const whole = writeWordTable(table);
    const outcome = (bytes: Uint8Array): string => {
      try {
        return readWordTable(bytes).words.length > 0 ? 'read' : 'empty';
      } catch (error) {
        return error instanceof WordVectorsError ? 'refused' : String(error);
      }
    };
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), (at, byte, length) => {
        expect(outcome(whole.with(at, byte).subarray(0, length))).toMatch(/^(?:read|refused)$/);
      }),
    );
  });
});
