import { identifier } from '../../catalog/identifier.ts';
import { isConstraint } from '../../catalog/kinds/constraint/constraint-facts.ts';
import { blocking, blocksItself, listed } from '../blocked.ts';
import { defineMigrationRule, type MigrationView, type Report } from '../rule.ts';
import { type AddedColumn, addedColumns, written } from '../sql/alter-table.ts';
import { reasonToRewrite } from '../sql/reason-to-rewrite.ts';
import { inSections } from '../sql/sections.ts';
import { seenName } from '../sql/seen-name.ts';

export default defineMigrationRule({
  id: 'add-column-volatile-default',
  group: 'locks',
  severity: 'error',
  title: 'A default of its own for each row rewrites the table',
  why: 'PostgreSQL works out a value for every row and writes the table and its indexes anew under ACCESS EXCLUSIVE: nobody reads or writes it meanwhile.',
  todo: 'Add the column without the default, set the default for new rows, and fill the old ones in batches: `-- plumb:up backfill table=…`.',
  bad: [
    { base: 'CREATE TABLE t (id int PRIMARY KEY)', sql: 'ALTER TABLE t ADD COLUMN u uuid DEFAULT gen_random_uuid()' },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."T" (id int)',
      sql: 'ALTER TABLE s."T" ADD COLUMN IF NOT EXISTS at timestamptz NOT NULL DEFAULT clock_timestamp()',
    },
    {
      base: 'CREATE SEQUENCE q; CREATE TABLE t (id int)',
      sql: "ALTER TABLE t ADD a int, ADD b int DEFAULT nextval('q')",
    },
    {
      base: 'CREATE TABLE t (id int); CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$',
      sql: 'ALTER TABLE t ADD a int DEFAULT f()',
    },
  ],
  good: [
    { base: 'CREATE TABLE t (id int)', sql: 'ALTER TABLE t ADD COLUMN at timestamptz NOT NULL DEFAULT now()' },
    { base: 'CREATE TABLE t (id int)', sql: 'ALTER TABLE t ADD a int DEFAULT 1' },
    {
      base: 'CREATE TABLE t (id int)',
      sql: 'ALTER TABLE t ADD u uuid; ALTER TABLE t ALTER u SET DEFAULT gen_random_uuid()',
    },
    { sql: 'CREATE TABLE t (id int); ALTER TABLE t ADD u uuid DEFAULT gen_random_uuid()' },
    {
      base: 'CREATE TABLE t (id int); CREATE FUNCTION f() RETURNS int STABLE LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$',
      sql: 'ALTER TABLE t ADD a int DEFAULT f()',
    },
  ],
  *check(view) {
    for (const each of addedColumns(view)) {
      if (reasonToRewrite(each, view) !== 'default') continue;
      const { step, column } = each;
      yield blocking(
        step,
        view,
        `${listed(step.observation?.rewrites ?? [])} is written anew, a default of ${identifier(column.colname ?? '')} for each row, while nobody can read or write ${listed(blocksItself(step))}.`,
        filledInBatches(each, view),
      );
    }
  },
});

/** The same in steps, where a key tells the rows apart and nothing else is asked of the column. */
function filledInBatches(
  { step, relation, commands, column, constraints, alter }: AddedColumn,
  { before }: MigrationView,
): { readonly fix?: NonNullable<Report['fix']> } {
  const [only, ...others] = constraints;
  const table = seenName(step.observation?.locks ?? {}, relation);
  const hasKey = [...before.objects.values()].some(
    (object) =>
      isConstraint(object) &&
      object.facts.type === 'primary key' &&
      `${object.facts.schema}.${object.facts.table}` === table,
  );
  if (only?.location === undefined || others.length > 0 || commands.length !== 1 || !hasKey) return {};
  const bytes = Buffer.from(step.sql);
  const name = identifier(column.colname ?? '');
  return {
    fix: {
      description: 'Set the default for new rows, and fill the old ones in batches.',
      sql: inSections(
        {
          statements: [
            bytes.toString('utf8', 0, only.location).trimEnd(),
            `${alter} ALTER COLUMN ${name} SET ${bytes.toString('utf8', only.location)}`,
          ],
        },
        {
          mode: `backfill table=${written(relation)}`,
          statements: [`UPDATE ${written(relation)} SET ${name} = DEFAULT WHERE ${name} IS NULL`],
        },
      ),
    },
  };
}
