import { identifier } from '../../catalog/identifier.ts';
import { blocking, blocksItself, listed } from '../blocked.ts';
import { defineMigrationRule, type MigrationView, type Report } from '../rule.ts';
import { alone } from '../sql/alone.ts';
import { type AddedColumn, addedColumns, written } from '../sql/alter-table.ts';
import { hasPrimaryKey } from '../sql/has-primary-key.ts';
import { notNullLater } from '../sql/not-null-later.ts';
import { reasonToRewrite } from '../sql/reason-to-rewrite.ts';
import { inSections, type SectionText } from '../sql/sections.ts';
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
    {
      base: 'CREATE DOMAIN uid AS uuid DEFAULT gen_random_uuid(); CREATE TABLE t (id int)',
      sql: 'ALTER TABLE t ADD COLUMN u uid',
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

/** The same in steps, where a key tells the rows apart and no more than NOT NULL is asked of the column. */
function filledInBatches(
  added: AddedColumn,
  { before, major }: MigrationView,
): { readonly fix?: NonNullable<Report['fix']> } {
  const { step, relation, column, constraints, alter } = added;
  const table = seenName(step.observation?.locks ?? {}, relation);
  const own = alone(added);
  const [first, ...more] = constraints;
  const value = constraints.find(({ contype }) => contype === 'CONSTR_DEFAULT');
  const isPlain = [first, ...more].every((each) => ['CONSTR_DEFAULT', 'CONSTR_NOTNULL'].includes(each?.contype ?? ''));
  if (own === null || first?.location === undefined || value?.location === undefined || !isPlain) return {};
  if (!hasPrimaryKey(before, table)) return {};
  const bytes = Buffer.from(own.sql);
  const ends = constraints.flatMap(({ location = 0 }) => (location > (value.location ?? 0) ? [own.at(location)] : []));
  const clause = bytes.toString('utf8', own.at(value.location), Math.min(...ends, bytes.length)).trimEnd();
  const name = identifier(column.colname ?? '');
  const required = constraints.find(({ contype }) => contype === 'CONSTR_NOTNULL');
  const [base = '', col = ''] = [relation.relname, column.colname];
  const filled: readonly SectionText[] = [
    {
      statements: [
        bytes.toString('utf8', 0, own.at(first.location)).trimEnd(),
        `${alter} ALTER COLUMN ${name} SET ${clause}`,
      ],
    },
    {
      mode: `backfill table=${written(relation)}`,
      statements: [`UPDATE ${written(relation)} SET ${name} = DEFAULT WHERE ${name} IS NULL`],
    },
  ];
  const notNull =
    required === undefined
      ? []
      : notNullLater([{ table: base, column: col, name: required.conname ?? null }], { alter, major });
  return {
    fix: {
      description: 'Set the default for new rows, and fill the old ones in batches.',
      sql: inSections(...own.among([...filled, ...notNull])),
    },
  };
}
