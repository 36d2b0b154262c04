import { expect, test } from 'vitest';
import type { Profile } from '../../planner/profile/profile.ts';
import type { ExistingIndex } from './existing-index.ts';
import { unusedIndexes } from './unused.ts';

const index: ExistingIndex = {
  name: 'public.orders_note',
  table: 'public.orders',
  definition: 'CREATE INDEX orders_note ON public.orders USING btree (note)',
  method: 'btree',
  keys: ['note'],
  include: [],
  rest: '',
  kept: null,
  servesForeignKey: false,
};

function profileWith(indexScans: number | undefined, tableScans: number): Profile {
  const relation = { schema: 'public', pages: 10, relpages: 10, reltuples: 100, allVisible: 10 };
  const activity = indexScans === undefined ? {} : { activity: { scans: indexScans } };
  return {
    format: 1,
    capturedAt: '2026-01-01T00:00:00Z',
    server: {
      major: 18,
      version: '18.0',
      database: 'app',
      encoding: 'UTF8',
      collation: { provider: 'libc', locale: 'C' },
      extensions: {},
    },
    settings: {},
    relations: [
      { ...relation, name: 'orders', kind: 'table', activity: { scans: tableScans } },
      { ...relation, name: 'orders_note', kind: 'index', table: 'orders', ...activity },
    ],
    columns: [],
    statistics: [],
    queries: [],
    unseen: [],
    sql: '',
  };
}

test('an index that was never read on a table that is read often is unused', () => {
  expect(unusedIndexes([index], profileWith(0, 5000)).indexes).toEqual([index]);
});

test('one that was read, that nobody counted, or on a table that is hardly read, is not', () => {
  expect(unusedIndexes([index], profileWith(3, 5000)).indexes).toEqual([]);
  expect(unusedIndexes([index], profileWith(undefined, 5000)).indexes).toEqual([]);
  expect(unusedIndexes([index], profileWith(0, 3)).indexes).toEqual([]);
});

test('one that a constraint or a replica needs stays', () => {
  expect(unusedIndexes([{ ...index, kept: 'unique' }], profileWith(0, 5000)).indexes).toEqual([]);
});

test('one that a foreign key asks when rows are deleted elsewhere stays', () => {
  expect(unusedIndexes([{ ...index, servesForeignKey: true }], profileWith(0, 5000)).indexes).toEqual([]);
});

test('a server that has counted for a few days can’t be sure', () => {
  const profile = profileWith(0, 5000);
  const since = (countingSince: string) =>
    unusedIndexes([index], { ...profile, server: { ...profile.server, countingSince } });
  expect(since('2025-12-30T00:00:00Z')).toMatchObject({ isSure: false, since: '2025-12-30T00:00:00Z' });
  expect(since('2025-10-01T00:00:00Z')).toMatchObject({ isSure: true, indexes: [index] });
});
