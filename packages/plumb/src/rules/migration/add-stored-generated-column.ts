import { identifier } from '../../catalog/identifier.ts';
import { blocking, blocksItself, listed } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { addedColumns } from '../sql/alter-table.ts';
import { reasonToRewrite } from '../sql/reason-to-rewrite.ts';

export default defineMigrationRule({
  id: 'add-stored-generated-column',
  group: 'locks',
  severity: 'error',
  title: 'A stored generated column rewrites the table',
  why: 'PostgreSQL computes it for every row and writes the table and its indexes anew under ACCESS EXCLUSIVE: nobody reads or writes it meanwhile.',
  todo: 'From 18 on, VIRTUAL computes it when it is read, and costs nothing to add. Otherwise add a plain column that a trigger fills, and fill the old rows in batches; or index the expression itself.',
  bad: [
    {
      base: 'CREATE TABLE t (a int, b int)',
      sql: 'ALTER TABLE t ADD COLUMN total int GENERATED ALWAYS AS (a + b) STORED',
    },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."T" (name text)',
      sql: `ALTER TABLE s."T" ADD "Search" tsvector GENERATED ALWAYS AS (to_tsvector('simple', name)) STORED, ADD x int`,
    },
    {
      base: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE c PARTITION OF p FOR VALUES IN (1)',
      sql: 'ALTER TABLE p ADD COLUMN b int GENERATED ALWAYS AS (a * 2) STORED',
    },
  ],
  good: [
    { sql: 'CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a) STORED)' },
    { sql: 'CREATE TABLE t (a int); ALTER TABLE t ADD b int GENERATED ALWAYS AS (a) STORED' },
    {
      base: 'CREATE TABLE t (a int)',
      sql: 'ALTER TABLE t ADD b int GENERATED ALWAYS AS (a + 1) VIRTUAL',
      majors: [18],
    },
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ADD b int GENERATED ALWAYS AS (a + 1)', majors: [18] },
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ADD b int' },
  ],
  *check(view) {
    for (const each of addedColumns(view)) {
      if (reasonToRewrite(each, view) !== 'generated') continue;
      const { step, column } = each;
      yield blocking(
        step,
        view,
        `To store ${identifier(column.colname ?? '')}, ${listed(step.observation?.rewrites ?? [])} is written anew while nobody can read or write ${listed(blocksItself(step))}.`,
      );
    }
  },
});
