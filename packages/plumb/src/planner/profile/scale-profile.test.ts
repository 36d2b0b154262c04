import { expect, test } from 'vitest';
import { compareProfiles } from './compare-profiles.ts';
import { profileSchema } from './profile.ts';
import { scaleProfile } from './scale-profile.ts';

const column = { schema: 'public', relation: 'orders', inherited: false, nullFraction: 0, width: 8 };
const profile = profileSchema.parse({
  format: 1,
  capturedAt: '2026-01-02T03:04:05.000000Z',
  server: {
    major: 18,
    version: '18.4',
    database: 'shop',
    encoding: 'UTF8',
    collation: { provider: 'libc', locale: 'C' },
    extensions: {},
  },
  settings: {},
  relations: [
    { schema: 'public', name: 'orders', kind: 'table', pages: 1000, relpages: 1000, reltuples: 90000, allVisible: 500 },
    {
      ...{ schema: 'public', name: 'orders_pkey', kind: 'index', table: 'orders', method: 'btree', pages: 250 },
      ...{ relpages: 250, reltuples: 90000, allVisible: 0, tree: { height: 1 } },
    },
    { schema: 'public', name: 'states', kind: 'table', pages: 0, relpages: 0, reltuples: -1, allVisible: 0 },
  ],
  columns: [
    { ...column, column: 'state', distinct: 5 },
    { ...column, column: 'customer', distinct: 30000 },
    { ...column, column: 'id', distinct: -1 },
  ],
  statistics: [],
  queries: [],
  unseen: [],
  sql: [],
});

test('ten times the rows need ten times the pages, and a tree another level', () => {
  const { relations } = scaleProfile(profile, 10);
  expect(relations).toMatchObject([
    { pages: 10000, reltuples: 900000, allVisible: 5000 },
    { pages: 2500, tree: { height: 2 } },
    { pages: 0, reltuples: -1 },
  ]);
});

test('few values stay few, and many become more', () => {
  expect(scaleProfile(profile, 10).columns.map(({ distinct }) => distinct)).toEqual([5, -1 / 3, -1]);
});

test('what grew between two profiles is told, and nothing else', () => {
  const after = { ...scaleProfile(profile, 2), settings: { work_mem: '64MB' } };
  expect(compareProfiles(profile, after)).toMatchObject({
    tables: [{ name: 'orders', before: { rows: 90000 }, after: { rows: 180000 } }],
    settings: [{ name: 'work_mem', before: null, after: '64MB' }],
    indexes: { added: [], gone: [] },
  });
  expect(compareProfiles(profile, profile).tables).toEqual([]);
});
