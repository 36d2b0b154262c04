import { blocking, blocksItself, listed } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { alterTableCommands } from '../sql/alter-table.ts';

export default defineMigrationRule({
  id: 'alter-type-reindex',
  group: 'locks',
  severity: 'error',
  title: 'A new type builds indexes anew',
  why: 'The rows stay as they are, but indexes on the column don’t: PostgreSQL builds them again under ACCESS EXCLUSIVE, and nobody reads or writes the table meanwhile.',
  todo: 'Drop the index CONCURRENTLY before and create it CONCURRENTLY afterwards, or add a column of the new type, fill it in batches, and let it take the old one’s place.',
  bad: [
    {
      base: 'CREATE TABLE t (id int, name varchar(50)); CREATE INDEX t_lower ON t (lower(name))',
      sql: 'ALTER TABLE t ALTER COLUMN name TYPE text',
    },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."T" (a varchar(5)); CREATE INDEX i ON s."T" (a) WHERE a <> \'\'',
      sql: 'ALTER TABLE s."T" ALTER a SET DATA TYPE varchar(10)',
    },
    { base: 'CREATE TABLE t (at timestamp); CREATE INDEX ON t (at)', sql: 'ALTER TABLE t ALTER at TYPE timestamptz' },
    { base: 'CREATE TABLE t (a text); CREATE INDEX ON t (a)', sql: 'ALTER TABLE t ALTER a TYPE text COLLATE "C"' },
  ],
  good: [
    { base: 'CREATE TABLE t (a varchar(50)); CREATE INDEX ON t (a)', sql: 'ALTER TABLE t ALTER a TYPE varchar(100)' },
    { base: 'CREATE TABLE t (a int); CREATE INDEX ON t (a)', sql: 'ALTER TABLE t ALTER a TYPE bigint' },
    { base: 'CREATE TABLE t (at timestamp)', sql: 'ALTER TABLE t ALTER at TYPE timestamptz' },
    { sql: 'CREATE TABLE t (a varchar(5)); CREATE INDEX ON t (lower(a)); ALTER TABLE t ALTER a TYPE text' },
  ],
  *check(view) {
    for (const step of view.steps) {
      const { rewrites = [], rebuilds = [] } = step.observation ?? {};
      if (rewrites.length > 0 || rebuilds.length === 0) continue;
      if (!alterTableCommands(step).some(({ subtype }) => subtype === 'AT_AlterColumnType')) continue;
      yield blocking(
        step,
        view,
        `The new type makes PostgreSQL build ${listed(rebuilds)} anew while nobody can read or write ${listed(blocksItself(step))}.`,
      );
    }
  },
});
