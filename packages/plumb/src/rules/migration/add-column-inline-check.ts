import { identifier } from '../../catalog/identifier.ts';
import { chosenName } from '../../catalog/object-name.ts';
import { blocking, blocksItself, listed } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { addedColumns } from '../sql/alter-table.ts';
import { splitOff } from '../sql/split-off.ts';

export default defineMigrationRule({
  id: 'add-column-inline-check',
  group: 'locks',
  severity: 'error',
  title: 'A CHECK on a new column reads the whole table',
  why: 'PostgreSQL checks every row under ACCESS EXCLUSIVE, though all have the same value: nobody reads or writes the table meanwhile.',
  todo: 'Add the column without the CHECK, then the CHECK NOT VALID, and validate it in a later transaction.',
  bad: [
    { base: 'CREATE TABLE t (id int)', sql: 'ALTER TABLE t ADD COLUMN age int CHECK (age > 0)' },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."T" (id int)',
      sql: `ALTER TABLE s."T" ADD "Kind" text NOT NULL DEFAULT 'a' CONSTRAINT known CHECK ("Kind" IN ('a', 'b'))`,
    },
    { base: 'CREATE TABLE t (id int)', sql: 'ALTER TABLE t ADD a int CHECK (a > 0), ADD b int' },
  ],
  good: [
    { sql: 'CREATE TABLE t (id int); ALTER TABLE t ADD a int CHECK (a > 0)' },
    {
      base: 'CREATE TABLE t (id int)',
      sql: `-- plumb:up
        ALTER TABLE t ADD a int; ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;
        -- plumb:up
        ALTER TABLE t VALIDATE CONSTRAINT c;`,
    },
    { base: 'CREATE TABLE t (id int)', sql: 'ALTER TABLE t ADD a int DEFAULT 1' },
  ],
  *check(view) {
    for (const each of addedColumns(view)) {
      const { step, column, relation, constraints } = each;
      const check = constraints.find(({ contype }) => contype === 'CONSTR_CHECK');
      const blocks = blocksItself(step);
      if (check === undefined || check.is_enforced === false || blocks.length === 0) continue;
      if (step.observation?.rewrites.length !== 0) continue;
      yield blocking(
        step,
        view,
        `To check the new ${identifier(column.colname ?? '')}, every row of ${listed(step.observation.scans)} is read while nobody can read or write ${listed(blocks)}.`,
        splitOff(each, check, {
          chosen: chosenName(relation.relname ?? '', column.colname ?? '', 'check'),
          clause: (text) => text,
        }),
      );
    }
  },
});
