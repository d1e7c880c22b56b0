import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MikroORM } from '@mikro-orm/postgresql';
import { Rows } from '#database/rows.ts';
import { Persona } from '#personas/persona.entity.ts';
import { newOwnedId } from '#platform/ids.ts';
import { openAppOrm } from '../support/app-orm.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let orm: MikroORM;
beforeAll(async () => {
  database = await createDatabase();
  orm = await openAppOrm(database, { poolSize: 1 });
});
afterAll(async () => {
  await orm.close();
  await database.drop();
});

const open = (): Rows => new Rows(orm, { ownerId: newOwnedId(new Date('2025-01-01T00:00:00Z')), readOnly: true });
const read = (rows: Rows): Promise<Persona[]> => rows.list(Persona, {}, { id: 'asc' });

describe('the rows of an operation', () => {
  it('are one transaction, however many ask for them at once', async () => {
    const rows = open();
    expect(await Promise.all([read(rows), read(rows), rows.exists(Persona, {})])).toEqual([[], [], false]);
    await rows.finish('rollback');
  });

  it('cannot be begun once it is over, for nobody would end them', async () => {
    const [used, unused] = [open(), open()];
    await read(used);
    await used.finish('rollback');
    await unused.finish('rollback');
    for (const rows of [used, unused]) await expect(read(rows)).rejects.toThrow('The operation is over');
    const next = open();
    expect(await read(next)).toEqual([]);
    await next.finish('rollback');
  });

  it('end once, however often that is asked for', async () => {
    const rows = open();
    await read(rows);
    await rows.finish('commit');
    await rows.finish('rollback');
    await rows.finish('commit');
    const next = open();
    expect(await read(next)).toEqual([]);
    await next.finish('commit');
  });

  it('end quietly where they could not begin', async () => {
    const gone = await createDatabase();
    const left = await openAppOrm(gone);
    await gone.drop();
    const rows = new Rows(left, { ownerId: null, readOnly: true });
    await expect(read(rows)).rejects.toThrow(/./);
    await expect(rows.finish('rollback')).resolves.toBeUndefined();
    await left.close();
  });
});
