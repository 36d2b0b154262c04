import { blocking } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { alterTableCommands } from '../sql/alter-table.ts';

export default defineMigrationRule({
  id: 'alter-type-rewrite',
  group: 'locks',
  severity: 'error',
  title: 'A new type rewrites the table',
  why: 'PostgreSQL writes every row and every index of the table anew under ACCESS EXCLUSIVE: nobody reads or writes it meanwhile.',
  todo: 'Add a column of the new type, fill it in batches, and let it take the old one’s place: `plumb diff --stepwise` writes that.',
  bad: [
    {
      base: 'CREATE TABLE orders (id int PRIMARY KEY, total numeric(10,2))',
      sql: 'ALTER TABLE orders ALTER COLUMN total TYPE numeric(12,4)',
    },
    { base: 'CREATE TABLE orders (id int PRIMARY KEY)', sql: 'ALTER TABLE orders ALTER id TYPE bigint' },
    { base: 'CREATE TABLE t (a varchar(100))', sql: 'ALTER TABLE t ALTER a SET DATA TYPE varchar(50)' },
  ],
  good: [
    { base: 'CREATE TABLE t (a varchar(50))', sql: 'ALTER TABLE t ALTER a TYPE varchar(100)' },
    { base: 'CREATE TABLE t (a numeric(10,2))', sql: 'ALTER TABLE t ALTER a TYPE numeric(12,2)' },
    { base: 'CREATE TABLE t (a varchar(50))', sql: 'ALTER TABLE t ALTER a TYPE text' },
    { sql: 'CREATE TABLE t (a int); ALTER TABLE t ALTER a TYPE bigint' },
  ],
  *check(view) {
    for (const step of view.steps) {
      const { rewrites = [] } = step.observation ?? {};
      if (rewrites.length === 0 || !alterTableCommands(step).some(({ subtype }) => subtype === 'AT_AlterColumnType'))
        continue;
      const tables = rewrites.join(', ');
      yield blocking(
        step,
        view,
        `The new type makes PostgreSQL write ${tables} anew, and nobody can read or write it meanwhile.`,
      );
    }
  },
});
