import { identifier } from '../../catalog/identifier.ts';
import { blocking, blocksItself, listed } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { alterations } from '../sql/alter-table.ts';

export default defineMigrationRule({
  id: 'set-expression-rewrite',
  group: 'locks',
  severity: 'error',
  title: 'A new expression rewrites the table',
  why: 'The stored value of every row is computed again, and the table and its indexes written anew under ACCESS EXCLUSIVE: nobody reads or writes it meanwhile.',
  todo: 'Add a column with the new expression beside the old one: from 18 on a VIRTUAL one costs nothing. Otherwise a plain column, a trigger, and batches.',
  since: 17,
  bad: [
    {
      base: 'CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a) STORED)',
      sql: 'ALTER TABLE t ALTER b SET EXPRESSION AS (a + 1)',
    },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."T" (a int, "B" int GENERATED ALWAYS AS (a) STORED, PRIMARY KEY (a))',
      sql: 'ALTER TABLE s."T" ALTER COLUMN "B" SET EXPRESSION AS (a * 2), ADD c int',
    },
  ],
  good: [
    {
      base: 'CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a) VIRTUAL)',
      sql: 'ALTER TABLE t ALTER b SET EXPRESSION AS (a + 1)',
      majors: [18],
    },
    {
      base: 'CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a) STORED)',
      sql: 'ALTER TABLE t ALTER b DROP EXPRESSION',
    },
    {
      sql: 'CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a) STORED); ALTER TABLE t ALTER b SET EXPRESSION AS (a + 1)',
      majors: [18],
    },
  ],
  *check(view) {
    for (const { step, command } of alterations(view, 'AT_SetExpression')) {
      const { rewrites = [] } = step.observation ?? {};
      if (rewrites.length === 0) continue;
      yield blocking(
        step,
        view,
        `To compute ${identifier(command.name ?? '')} again, ${listed(rewrites)} is written anew while nobody can read or write ${listed(blocksItself(step))}.`,
      );
    }
  },
});
