import { dropOf, indexesByTable } from '../facts/indexes-of.ts';
import { defineSchemaRule } from '../rule.ts';

const base = 'CREATE TABLE t (id bigint PRIMARY KEY, a int, b int UNIQUE); CREATE INDEX t_a ON t (a)';

/** A table has to be read that often before it says something that one of its indexes isn't. */
const enough = 100;

export default defineSchemaRule({
  id: 'unused-index',
  group: 'schema',
  severity: 'warning',
  title: 'Nobody reads an index',
  why: 'Since the server began to count, its table was read often, and never by it. Each write pays for it, on disk and in memory.',
  todo: 'Drop it, once replicas and what runs once a month have been asked, too.',
  bad: [
    { base, usage: { indexes: [{ index: 'public.t_a', scans: 0, tableScans: 5000 }] } },
    {
      base: 'CREATE SCHEMA "My"; CREATE TABLE "My".t (id bigint PRIMARY KEY, a text); CREATE INDEX "I" ON "My".t (lower(a))',
      usage: { indexes: [{ index: '"My"."I"', scans: 0, tableScans: 200 }] },
    },
  ],
  good: [
    { base, usage: { indexes: [{ index: 'public.t_a', scans: 3, tableScans: 5000 }] } },
    { base, usage: { indexes: [{ index: 'public.t_a', scans: 0, tableScans: 5 }] } },
    { base, usage: { indexes: [{ index: 'public.t_b_key', scans: 0, tableScans: 5000 }] } },
    { base },
  ],
  *check({ catalog, usage }) {
    const unread = new Map((usage?.indexes ?? []).filter(({ scans }) => scans === 0).map((each) => [each.index, each]));
    for (const index of [...indexesByTable(catalog).values()].flat()) {
      const tableScans = unread.get(index.path)?.tableScans ?? 0;
      if (index.unique || tableScans < enough) continue;
      yield {
        message: `${index.path} was never used, while ${index.table} was read ${tableScans.toLocaleString('en')} times.`,
        objects: [index.path, index.table],
        evidence: { tableScans },
        fix: { description: `Drop ${index.name}`, sql: dropOf(index) },
      };
    }
  },
});
