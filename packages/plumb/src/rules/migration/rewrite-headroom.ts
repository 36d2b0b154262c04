import { listed } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';

/** Bytes from which on it is worth a look at the disk. */
const large = 1024 ** 3;

export default defineMigrationRule({
  id: 'rewrite-headroom',
  group: 'locks',
  severity: 'warning',
  title: 'A large table is written anew beside the old one',
  why: 'Until it is done both are there, so the disk needs room for the table and its indexes once more. All of it goes through the WAL, too, which archives have to keep and replicas to replay: they fall behind by as much.',
  todo: 'See that so much is free, on replicas and where WAL is kept as well, and that no replica is needed up to date meanwhile. Better, fill a new column in batches, or move the table with pg_repack when there is room.',
  bad: [
    {
      base: '/* 40 GB */ CREATE TABLE t (id int PRIMARY KEY, a int)',
      sql: 'ALTER TABLE t ALTER COLUMN a TYPE bigint',
      sizes: { 'public.t': { rows: 90_000_000, bytes: 40 * large } },
    },
    {
      base: '/* 3 GB */ CREATE SCHEMA s; CREATE TABLE s."T" (a int)',
      sql: 'ALTER TABLE s."T" ADD COLUMN u uuid DEFAULT gen_random_uuid(), ADD COLUMN b int',
      sizes: { 's.T': { rows: 50_000_000, bytes: 3 * large } },
    },
  ],
  good: [
    {
      base: '/* 64 kB */ CREATE TABLE t (id int PRIMARY KEY, a int)',
      sql: 'ALTER TABLE t ALTER COLUMN a TYPE bigint',
      sizes: { 'public.t': { rows: 1_000, bytes: 65_536 } },
    },
    {
      base: '/* 40 GB */ CREATE TABLE t (id int PRIMARY KEY, a varchar(10))',
      sql: 'ALTER TABLE t ALTER COLUMN a TYPE text',
      sizes: { 'public.t': { rows: 90_000_000, bytes: 40 * large } },
    },
    {
      base: '/* 40 GB */ CREATE TABLE t (id int PRIMARY KEY, a int)',
      sql: 'ALTER TABLE t ADD COLUMN b int DEFAULT 0',
      sizes: { 'public.t': { rows: 90_000_000, bytes: 40 * large } },
    },
    { base: 'CREATE TABLE t (id int, a int)', sql: 'ALTER TABLE t ALTER COLUMN a TYPE bigint' },
  ],
  *check({ steps, sizes }) {
    for (const step of steps) {
      const { rewrites = [] } = step.observation ?? {};
      const bytes = rewrites.reduce((sum, table) => sum + (sizes?.get(table)?.bytes ?? 0), 0);
      if (bytes < large) continue;
      yield {
        step,
        message: `${listed(rewrites)} ${rewrites.length === 1 ? 'takes' : 'take'} ${Math.round(bytes / large)} GB, which has to be free once more, and about as much WAL is written.`,
        objects: rewrites,
        evidence: { bytes },
      };
    }
  },
});
