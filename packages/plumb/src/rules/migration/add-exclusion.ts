import { blocking, blocksItself, listed } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { addedConstraints } from '../sql/alter-table.ts';

export default defineMigrationRule({
  id: 'add-exclusion',
  group: 'locks',
  severity: 'error',
  title: 'EXCLUDE builds its index under a lock',
  why: 'The index is built and every row compared under ACCESS EXCLUSIVE: nobody reads or writes the table meanwhile. PostgreSQL can’t do it CONCURRENTLY.',
  todo: 'Do it while the table is small or nobody works, or make a new table with the constraint and fill it in batches.',
  bad: [
    {
      base: 'CREATE TABLE t (during tstzrange)',
      sql: 'ALTER TABLE t ADD CONSTRAINT no_overlap EXCLUDE USING gist (during WITH &&)',
    },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."T" (a int)',
      sql: 'ALTER TABLE s."T" ADD EXCLUDE (a WITH =) WHERE (a > 0)',
    },
  ],
  good: [
    { sql: 'CREATE TABLE t (during tstzrange); ALTER TABLE t ADD EXCLUDE USING gist (during WITH &&)' },
    { sql: 'CREATE TABLE t (during tstzrange, EXCLUDE USING gist (during WITH &&))' },
    { base: 'CREATE TABLE t (during tstzrange)', sql: 'ALTER TABLE t ADD CHECK (NOT isempty(during)) NOT VALID' },
  ],
  *check(view) {
    for (const { step } of addedConstraints(view, 'CONSTR_EXCLUSION')) {
      const blocks = blocksItself(step);
      if (blocks.length === 0) continue;
      yield blocking(
        step,
        view,
        `Nobody can read or write ${listed(blocks)} while every row is compared with the others.`,
      );
    }
  },
});
