import type { TableUse } from '../../catalog/usage/usage.ts';
import { defineSchemaRule } from '../rule.ts';

const base = 'CREATE TABLE t (id bigint PRIMARY KEY, a text)';
const of = (use: Partial<TableUse>) => ({
  tables: [{ table: 'public.t', bytes: 100_000_000, wasted: 0.1, rows: 1_000_000, dead: 100, ...use }],
});

export default defineSchemaRule({
  id: 'bloat',
  group: 'schema',
  severity: 'warning',
  title: 'A table is full of what is gone',
  why: 'Rows that were changed or deleted keep their room until VACUUM gives it back for new ones. Reads go through all of it, and it is cached and backed up, too.',
  todo: 'See what keeps autovacuum back (long transactions, replication slots, its settings for the table) and run VACUUM. To give room back to the disk while the table is in use take pg_repack or pg_squeeze: VACUUM FULL locks everybody out.',
  bad: [
    { base, usage: of({ dead: 600_000 }) },
    { base, usage: of({ wasted: 0.7 }) },
    { base, usage: of({ rows: 2000, dead: 3000, bytes: 400_000 }) },
  ],
  good: [
    { base, usage: of({}) },
    { base, usage: of({ wasted: 0.9, bytes: 80_000 }) },
    { base, usage: of({ wasted: null }) },
    { base, usage: of({ rows: 10, dead: 40 }) },
  ],
  *check({ usage }) {
    for (const { table, bytes, wasted, rows, dead } of usage?.tables ?? []) {
      const isDead = dead >= 1000 && dead / (rows + dead) >= 0.25;
      const isWasted = bytes >= 10_000_000 && wasted !== null && wasted >= 0.5;
      if (!isDead && !isWasted) continue;
      const what = isDead
        ? `${dead.toLocaleString('en')} of its rows are gone and take room, beside ${rows.toLocaleString('en')} that live`
        : `${Math.round((wasted ?? 0) * 100)} % of its room holds no row`;
      yield { message: `${table} is bloated: ${what}.`, objects: [table], evidence: { bytes, wasted, rows, dead } };
    }
  },
});
