import { identifier } from '../../catalog/identifier.ts';
import { chosenName } from '../../catalog/object-name.ts';
import { blocking, blocksItself, listed } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { alone } from '../sql/alone.ts';
import { addedColumns, written } from '../sql/alter-table.ts';
import { isPartitioned } from '../sql/built-concurrently.ts';
import { inSections } from '../sql/sections.ts';

export default defineMigrationRule({
  id: 'add-column-inline-unique',
  group: 'locks',
  severity: 'error',
  title: 'UNIQUE on a new column builds an index under a lock',
  why: 'The index of all rows is built under ACCESS EXCLUSIVE: nobody reads or writes the table meanwhile.',
  todo: 'Add the column alone, build a unique index CONCURRENTLY, and add the constraint USING INDEX.',
  bad: [
    { base: 'CREATE TABLE t (id int)', sql: 'ALTER TABLE t ADD COLUMN email text UNIQUE' },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."T" (id int)',
      sql: 'ALTER TABLE s."T" ADD COLUMN IF NOT EXISTS slug text CONSTRAINT u UNIQUE, ADD b int',
    },
  ],
  good: [
    { sql: 'CREATE TABLE t (id int); ALTER TABLE t ADD email text UNIQUE' },
    { base: 'CREATE TABLE t (id int)', sql: 'ALTER TABLE t ADD email text' },
    {
      base: 'CREATE TABLE t (id int)',
      sql: `-- plumb:up
        ALTER TABLE t ADD email text;
        -- plumb:up no-transaction
        CREATE UNIQUE INDEX CONCURRENTLY t_email_key ON t (email);
        -- plumb:up
        ALTER TABLE t ADD CONSTRAINT t_email_key UNIQUE USING INDEX t_email_key;`,
    },
  ],
  *check(view) {
    for (const added of addedColumns(view)) {
      const { step, column, relation, constraints, alter } = added;
      const own = alone(added);
      const unique = constraints.find(({ contype }) => contype === 'CONSTR_UNIQUE');
      const blocks = blocksItself(step);
      if (unique === undefined || blocks.length === 0 || step.observation?.rewrites.length !== 0) continue;
      const name = column.colname ?? '';
      const index = identifier(unique.conname ?? chosenName(relation.relname ?? '', name, 'key'));
      const simple = constraints.length === 1 && unique.deferrable !== true;
      const head = Buffer.from(own?.sql ?? '')
        .toString('utf8', 0, own?.at(unique.location ?? 0))
        .trimEnd();
      const build = `CREATE UNIQUE INDEX CONCURRENTLY ${index} ON ${written(relation)} (${identifier(name)})`;
      const sections = [
        { statements: [head] },
        { mode: 'no-transaction', statements: [build] },
        { statements: [`${alter} ADD CONSTRAINT ${index} UNIQUE USING INDEX ${index}`] },
      ];
      const fix = {
        description: 'Build the index while others read and write; the constraint takes it over.',
        sql: inSections(...(own?.among(sections) ?? [])),
      };
      yield blocking(
        step,
        view,
        `Nobody can read or write ${listed(blocks)} while the index on the new ${identifier(name)} is built.`,
        own !== null && simple && !isPartitioned(view.before, blocks[0] ?? '') && blocks.length === 1 ? { fix } : {},
      );
    }
  },
});
