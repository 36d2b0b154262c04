import { identifier } from '../../catalog/identifier.ts';
import { defineMigrationRule } from '../rule.ts';
import { addedColumns } from '../sql/alter-table.ts';
import { domainNamed, isSerial } from '../sql/reason-to-rewrite.ts';
import { seenName } from '../sql/seen-name.ts';

export default defineMigrationRule({
  id: 'add-required-column',
  group: 'locks',
  severity: 'error',
  title: 'A column that must be filled, and nothing to fill it with',
  why: 'The rows that are there have no value for it, so the migration fails as soon as there is one; and the application that still runs doesn’t fill it either.',
  todo: 'Give it a DEFAULT, or add it without NOT NULL, fill it in batches, and make it NOT NULL by a validated constraint.',
  over: ['set-not-null-scan', 'data-dependent-failure'],
  bad: [
    { base: 'CREATE TABLE t (id int)', sql: 'ALTER TABLE t ADD COLUMN name text NOT NULL' },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."T" (id int)',
      sql: 'ALTER TABLE s."T" ADD "Kind" varchar(10) CONSTRAINT nn NOT NULL, ADD b int',
    },
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ADD COLUMN id uuid PRIMARY KEY' },
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ADD COLUMN id int NOT NULL DEFAULT NULL' },
  ],
  good: [
    { base: 'CREATE TABLE t (id int)', sql: "ALTER TABLE t ADD COLUMN name text NOT NULL DEFAULT ''" },
    { base: 'CREATE TABLE t (id int)', sql: 'ALTER TABLE t ADD COLUMN name text' },
    { sql: 'CREATE TABLE t (id int); ALTER TABLE t ADD COLUMN name text NOT NULL' },
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ADD COLUMN id bigserial NOT NULL' },
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ADD id int NOT NULL GENERATED ALWAYS AS IDENTITY' },
    { base: 'CREATE TABLE t (a int NOT NULL)', sql: 'ALTER TABLE t ADD b int NOT NULL GENERATED ALWAYS AS (a) STORED' },
    {
      base: "CREATE DOMAIN channel AS text DEFAULT 'web'; CREATE DOMAIN c2 AS channel; CREATE TABLE t (a int)",
      sql: 'ALTER TABLE t ADD COLUMN c c2 NOT NULL',
    },
  ],
  *check({ steps, ...view }) {
    for (const { step, column, relation, constraints } of addedColumns({ ...view, steps })) {
      const types = constraints.map(({ contype }) => contype);
      const required = types.includes('CONSTR_NOTNULL') || types.includes('CONSTR_PRIMARY');
      const filled = constraints.some(
        ({ contype, raw_expr: value }) =>
          contype === 'CONSTR_IDENTITY' ||
          contype === 'CONSTR_GENERATED' ||
          (contype === 'CONSTR_DEFAULT' && !(value !== undefined && 'A_Const' in value && value.A_Const.isnull)),
      );
      if (!required || filled || isSerial(column.typeName)) continue;
      if (domainNamed(column.typeName, { ...view, steps })?.default != null && !types.includes('CONSTR_DEFAULT'))
        continue;
      const table = seenName(step.observation?.locks ?? {}, relation);
      if (table === null) continue;
      const name = column.colname ?? '';
      yield {
        step,
        message: `The migration fails if ${table} has rows: ${identifier(name)} must not be NULL, and there is no value for them.`,
        objects: [table],
        evidence: { ...step.observation },
      };
    }
  },
});
