import { sectionsOf } from '@pgplumb/migrate/files';
import { statementsOf } from '@pgplumb/migrate/sql';
import { transactionWord } from '../../rehearsal/rehearse/mixed-section.ts';
import { failedStep } from '../failed-step.ts';
import { defineMigrationRule, type Report, type StepView } from '../rule.ts';
import { nodesOf } from '../sql/nodes-of.ts';
import { inSections } from '../sql/sections.ts';

/** unsafe_new_enum_value_usage */
const unsafeUse = '55P04';

export default defineMigrationRule({
  id: 'enum-value-used-in-same-transaction',
  group: 'transaction',
  severity: 'error',
  title: 'A new enum value is used before it is committed',
  why: 'PostgreSQL refuses a value that ALTER TYPE … ADD VALUE added in the same transaction, so the migration fails here. Only where the type itself is new it may be used.',
  todo: 'Commit the new value first: in a section of its own behind another `-- plumb:up`, or in a migration before.',
  bad: [
    {
      base: "CREATE TYPE s AS ENUM ('a'); CREATE TABLE t (s s)",
      sql: "ALTER TYPE s ADD VALUE 'b'; ALTER TABLE t ALTER s SET DEFAULT 'b'",
    },
    {
      base: 'CREATE SCHEMA app; CREATE TYPE app."S" AS ENUM (\'a\'); CREATE TABLE t (s app."S")',
      sql: "BEGIN; ALTER TYPE app.\"S\" ADD VALUE IF NOT EXISTS 'b' BEFORE 'a'; INSERT INTO t VALUES ('b'); COMMIT",
    },
    {
      base: "CREATE TYPE s AS ENUM ('a'); CREATE TABLE t (s s)",
      sql: "ALTER TYPE s ADD VALUE 'b'; CREATE TABLE u (id int); UPDATE t SET s = 'b' WHERE s = 'a'",
    },
    {
      base: "CREATE TYPE s AS ENUM ('a'); CREATE TABLE t (s s)",
      sql: "ALTER TYPE s ADD VALUE 'b'; CREATE INDEX i ON t (s) WHERE s = 'b'",
    },
  ],
  good: [
    { base: "CREATE TYPE s AS ENUM ('a')", sql: "ALTER TYPE s ADD VALUE 'b'; CREATE TABLE u (id int)" },
    {
      sql: "CREATE TYPE s AS ENUM ('a'); ALTER TYPE s ADD VALUE 'b'; CREATE TABLE t (s s DEFAULT 'b')",
    },
    {
      base: "CREATE TYPE s AS ENUM ('a'); CREATE TABLE t (s s)",
      sql: "-- plumb:up\nALTER TYPE s ADD VALUE 'b';\n-- plumb:up\nALTER TABLE t ALTER s SET DEFAULT 'b';\n",
    },
    {
      base: "CREATE TYPE s AS ENUM ('a'); CREATE TABLE t (s s)",
      sql: "BEGIN; ALTER TYPE s ADD VALUE 'b'; COMMIT; BEGIN; INSERT INTO t VALUES ('b'); COMMIT",
    },
  ],
  *check(view) {
    const failed = failedStep(view);
    if (failed?.sqlstate !== unsafeUse) return;
    const { step, message, sqlstate } = failed;
    const added = step.earlier.findLast(({ tree }) => [...nodesOf(tree, 'AlterEnumStmt')].length > 0);
    yield {
      step,
      message: `${message}: it was added in this transaction.`,
      evidence: { sqlstate },
      ...(added === undefined ? {} : { fix: committedBefore(step, added) }),
    };
  },
});

function committedBefore(step: StepView, { statement: { source, end } }: StepView): NonNullable<Report['fix']> {
  const description = 'Commit the value before it is used.';
  const { format, up } = sectionsOf(source);
  const opensOwn = up.flatMap(statementsOf).some(({ text }) => transactionWord(text) !== null);
  if (format !== null || opensOwn) return { description, sql: inSections({ statements: [step.sql] }) };
  const behind = source.text.slice(end).replace(/^\s*;\s*/, '');
  return { description, sql: `-- plumb:up\n${source.text.slice(0, end)};\n\n-- plumb:up\n${behind}`, replaces: 'file' };
}
