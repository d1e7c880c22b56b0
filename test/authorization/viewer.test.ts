import { expect, it } from 'vitest';
import { anonymous, requireOwner } from '#authorization/viewer.ts';
import { Unauthenticated } from '#platform/errors.ts';

it('nobody owns what nobody makes, should the walls before ever let them', () => {
  expect(() => requireOwner(anonymous)).toThrow(Unauthenticated);
});
