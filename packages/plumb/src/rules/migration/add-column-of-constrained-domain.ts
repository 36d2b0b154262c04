import { identifier } from '../../catalog/identifier.ts';
import { blocking, blocksItself, listed } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { addedColumns } from '../sql/alter-table.ts';
import { reasonToRewrite } from '../sql/reason-to-rewrite.ts';

export default defineMigrationRule({
  id: 'add-column-of-constrained-domain',
  group: 'locks',
  severity: 'error',
  title: 'A column of a domain rewrites the table',
  why: 'Where a domain has constraints, PostgreSQL writes every row anew to check them, though all of them are NULL: nobody reads or writes the table meanwhile.',
  todo: 'Add the column with the domain’s base type, and a CHECK of the same that is NOT VALID at first.',
  bad: [
    {
      base: 'CREATE DOMAIN positive AS int CHECK (VALUE > 0); CREATE TABLE t (a int)',
      sql: 'ALTER TABLE t ADD COLUMN b positive',
    },
    {
      base: 'CREATE SCHEMA s; CREATE DOMAIN s."Mail" AS text CHECK (VALUE LIKE \'%@%\'); CREATE TABLE s.t (a int)',
      sql: `ALTER TABLE s.t ADD COLUMN m s."Mail" DEFAULT 'a@b.c'`,
    },
    {
      base: 'CREATE TABLE t (a int)',
      sql: 'CREATE DOMAIN d AS int CHECK (VALUE < 9); ALTER TABLE t ADD b d',
    },
  ],
  good: [
    { base: 'CREATE DOMAIN free AS int; CREATE TABLE t (a int)', sql: 'ALTER TABLE t ADD COLUMN b free' },
    { base: 'CREATE DOMAIN d AS int CHECK (VALUE > 0)', sql: 'CREATE TABLE t (a d); ALTER TABLE t ADD b d' },
    { base: 'CREATE DOMAIN d AS int CHECK (VALUE > 0); CREATE TABLE t (a int)', sql: 'ALTER TABLE t ADD b int' },
  ],
  *check(view) {
    for (const each of addedColumns(view)) {
      if (reasonToRewrite(each, view) !== 'domain') continue;
      const { step, column } = each;
      yield blocking(
        step,
        view,
        `To check the domain of ${identifier(column.colname ?? '')}, ${listed(step.observation?.rewrites ?? [])} is written anew while nobody can read or write ${listed(blocksItself(step))}.`,
      );
    }
  },
});
