import { identifier } from '../../catalog/identifier.ts';
import { blocking, blocksItself, listed } from '../blocked.ts';
import { defineMigrationRule, type Report } from '../rule.ts';
import { alone } from '../sql/alone.ts';
import { type Alteration, addedConstraints, alterations, namesIn } from '../sql/alter-table.ts';
import { notNullLater } from '../sql/not-null-later.ts';
import { inSections } from '../sql/sections.ts';

export default defineMigrationRule({
  id: 'set-not-null-scan',
  group: 'locks',
  severity: 'error',
  title: 'NOT NULL reads the whole table',
  why: 'PostgreSQL looks at every row under ACCESS EXCLUSIVE: nobody reads or writes the table meanwhile.',
  todo: 'Let a constraint that is NOT VALID at first prove it: validating reads the rows while others work, and SET NOT NULL then has nothing to read.',
  bad: [
    { base: 'CREATE TABLE t (id int PRIMARY KEY, a int)', sql: 'ALTER TABLE t ALTER COLUMN a SET NOT NULL' },
    {
      base: 'CREATE SCHEMA app; CREATE TABLE app."Order" (id int, "Total" numeric)',
      sql: 'ALTER TABLE app."Order" ALTER "Total" SET NOT NULL, ALTER id SET NOT NULL',
    },
    {
      base: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE c PARTITION OF p FOR VALUES IN (1)',
      sql: 'ALTER TABLE p ALTER a SET NOT NULL',
    },
    { base: 'CREATE TABLE t (a int CHECK (a > 0))', sql: 'ALTER TABLE IF EXISTS ONLY t ALTER a SET NOT NULL' },
    {
      base: 'CREATE TABLE t (a int)',
      sql: 'ALTER TABLE t ADD CONSTRAINT t_a_not_null NOT NULL a',
      majors: [18],
    },
  ],
  good: [
    { base: 'CREATE TABLE t (a int, CHECK (a IS NOT NULL))', sql: 'ALTER TABLE t ALTER a SET NOT NULL' },
    { base: 'CREATE TABLE t (a int NOT NULL)', sql: 'ALTER TABLE t ALTER a SET NOT NULL' },
    { sql: 'CREATE TABLE t (a int); ALTER TABLE t ALTER a SET NOT NULL' },
    { base: 'CREATE TABLE t (a int NOT NULL)', sql: 'ALTER TABLE t ALTER a DROP NOT NULL' },
    {
      base: 'CREATE TABLE t (a int)',
      sql: `-- plumb:up
        ALTER TABLE t ADD CONSTRAINT proof CHECK (a IS NOT NULL) NOT VALID;
        -- plumb:up
        ALTER TABLE t VALIDATE CONSTRAINT proof;
        -- plumb:up
        ALTER TABLE t ALTER a SET NOT NULL; ALTER TABLE t DROP CONSTRAINT proof;`,
    },
    {
      base: 'CREATE TABLE t (a int)',
      sql: `-- plumb:up
        ALTER TABLE t ADD CONSTRAINT t_a_not_null NOT NULL a NOT VALID;
        -- plumb:up
        ALTER TABLE t VALIDATE CONSTRAINT t_a_not_null;`,
      majors: [18],
    },
  ],
  *check(view) {
    const named = [...addedConstraints(view, 'CONSTR_NOTNULL')].filter(({ constraint }) => !constraint.skip_validation);
    const wanted = [
      ...[...alterations(view, 'AT_SetNotNull')].map((each) => ({
        ...each,
        column: each.command.name ?? '',
        name: null,
      })),
      ...named.map((each) => ({
        ...each,
        column: namesIn(each.constraint.keys)[0] ?? '',
        name: each.constraint.conname ?? null,
      })),
    ];
    for (const step of view.steps) {
      const columns = wanted.filter((each) => each.step === step);
      const [first] = columns;
      const blocks = blocksItself(step);
      if (first === undefined || blocks.length === 0 || step.observation?.rewrites.length !== 0) continue;
      const names = listed(columns.map(({ column }) => identifier(column)));
      const fix = fixOf(columns, view.major);
      yield blocking(
        step,
        view,
        `To make ${names} NOT NULL, every row of ${listed(step.observation.scans)} is read while nobody can read or write ${listed(blocks)}.`,
        fix === undefined ? {} : { fix },
      );
    }
  },
});

interface WantedColumn extends Alteration {
  readonly column: string;
  readonly name: string | null;
}

function fixOf(columns: readonly WantedColumn[], major: number): Report['fix'] {
  const [first] = columns;
  if (first === undefined) return undefined;
  const commands = columns.map(({ command }) => command);
  const table = first.relation.relname ?? '';
  const sections = notNullLater(
    columns.map(({ column, name }) => ({ table, column, name })),
    { alter: first.alter, major },
  );
  const own = alone(first, commands);
  if (own === null) return undefined;
  return {
    description:
      major >= 18
        ? 'Add NOT NULL without looking at the rows, and validate it in a transaction of its own.'
        : 'Let a validated CHECK prove that no row is NULL.',
    sql: inSections(...own.among(sections)),
  };
}
