import { migrationIn } from '@pgplumb/migrate/files';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isTable } from '../../catalog/kinds/table/table-facts.ts';
import { openShadowServer } from '../../postgres/embedded/embedded-server.ts';
import type { PostgresServer } from '../../postgres/server.ts';
import type { Rehearsal } from './rehearsal.ts';
import { rehearse } from './rehearse.ts';

let server: PostgresServer;
let databases = 0;

beforeAll(async () => {
  server = await openShadowServer({ major: 18 });
});
afterAll(() => server.close());

/** Of migrations on an empty database, each by how it goes up and down. */
async function rehearsed(...migrations: readonly (readonly [up: string, down: string])[]): Promise<Rehearsal> {
  databases = 0;
  return rehearse(
    migrations.map(([up, down], at) =>
      migrationIn({ name: `${at}.sql`, text: `-- plumb:up\n${up};\n-- plumb:down\n${down};\n` }, String(at)),
    ),
    {
      scratch: async () => {
        databases++;
        const shadow = await server.createShadow();
        return { connect: () => shadow.connect(), drop: () => shadow.drop() };
      },
      tables: [],
      statementTimeout: 20_000,
    },
  );
}

const people = ['CREATE TABLE people (id int PRIMARY KEY)', 'DROP TABLE people'] as const;
const note = ['ALTER TABLE people ADD COLUMN note text', 'ALTER TABLE people DROP COLUMN note'] as const;

function tablesAfter({ migrations }: Rehearsal): readonly (readonly string[] | null)[] {
  return migrations.map(({ after }) =>
    after === null ? null : [...after.objects.values()].filter(isTable).map(({ facts }) => facts.name),
  );
}

// a role that others make on the same server meanwhile counts as a change of the state
test('migrations that are taken back as they should need one database, and the last state is read', {
  retry: 3,
}, async () => {
  const rehearsal = await rehearsed(people, note, ['CREATE TABLE orders (id int)', 'DROP TABLE orders']);
  expect(rehearsal.migrations.map(({ down }) => down)).toEqual(
    Array(3).fill({ failure: null, differences: [], again: null }),
  );
  expect(tablesAfter(rehearsal)).toEqual([null, null, ['orders', 'people']]);
  expect(databases).toBe(1);
});

test('what one of many migrations leaves behind is told, though the state before it is over', async () => {
  const rehearsal = await rehearsed(people, note, [
    'ALTER TABLE people ADD COLUMN IF NOT EXISTS born date',
    'ALTER TABLE people DROP COLUMN note',
  ]);
  expect(rehearsal.migrations.map(({ down }) => down?.differences)).toEqual([
    [],
    [],
    [
      'column public.people.born is there, and was not before.',
      'column public.people.note is gone.',
      'Applied again: column public.people.note is gone.',
    ],
  ]);
});

test('where a migration fails, the state before it is known', async () => {
  const rehearsal = await rehearsed(people, note, ['CREATE TABLE people ()', 'SELECT']);
  expect(rehearsal.migrations.at(-1)?.failure?.placed.fault.sqlstate).toBe('42P07');
  expect(tablesAfter(rehearsal)).toEqual([null, ['people'], null]);
});
