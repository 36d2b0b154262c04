import { identifier } from '../../catalog/identifier.ts';
import { chosenName } from '../../catalog/object-name.ts';
import { blocking, blocksItself, listed } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { addedColumns, written } from '../sql/alter-table.ts';
import { splitOff } from '../sql/split-off.ts';

export default defineMigrationRule({
  id: 'add-column-references-with-default',
  group: 'locks',
  severity: 'error',
  title: 'A new reference with a default checks all rows',
  why: 'Without a default PostgreSQL knows that there is nothing to look up. With one, every row is looked up while nobody reads or writes the table, or writes to the other.',
  todo: 'Add the column with its default, then the foreign key NOT VALID, and validate it in a later transaction.',
  bad: [
    {
      base: 'CREATE TABLE kinds (id int PRIMARY KEY); INSERT INTO kinds VALUES (1); CREATE TABLE t (a int)',
      sql: 'ALTER TABLE t ADD COLUMN kind int DEFAULT 1 REFERENCES kinds',
    },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."Kind" (id int PRIMARY KEY); INSERT INTO s."Kind" VALUES (0); CREATE TABLE s.t (a int)',
      sql: 'ALTER TABLE s.t ADD k int NOT NULL DEFAULT 0 CONSTRAINT "F" REFERENCES s."Kind" (id) ON DELETE CASCADE',
    },
    {
      base: 'CREATE TABLE kinds (id int PRIMARY KEY); CREATE TABLE t (a int)',
      sql: 'ALTER TABLE t ADD COLUMN kind int DEFAULT NULL REFERENCES kinds',
    },
  ],
  good: [
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ADD COLUMN kind int DEFAULT 1' },
    {
      base: 'CREATE TABLE kinds (id int PRIMARY KEY); CREATE TABLE t (a int)',
      sql: 'ALTER TABLE t ADD COLUMN kind int REFERENCES kinds',
    },
    {
      base: 'CREATE TABLE kinds (id int PRIMARY KEY); INSERT INTO kinds VALUES (1)',
      sql: 'CREATE TABLE t (a int); ALTER TABLE t ADD kind int DEFAULT 1 REFERENCES kinds',
    },
  ],
  *check(view) {
    for (const each of addedColumns(view)) {
      const { step, column, relation, constraints } = each;
      const key = constraints.find(({ contype }) => contype === 'CONSTR_FOREIGN');
      const filled = constraints.some(({ contype }) => contype === 'CONSTR_DEFAULT');
      if (key === undefined || !filled || step.observation?.scans.length === 0) continue;
      if (blocksItself(step).length === 0 || step.observation?.rewrites.length !== 0) continue;
      const name = column.colname ?? '';
      yield blocking(
        step,
        view,
        `Every row’s ${identifier(name)} is looked up in ${written(key.pktable ?? {})} while others wait for ${listed(blocksItself(step))}.`,
        splitOff(each, key, {
          chosen: chosenName(relation.relname ?? '', name, 'fkey'),
          clause: (text) => `FOREIGN KEY (${identifier(name)}) ${text}`,
        }),
      );
    }
  },
});
