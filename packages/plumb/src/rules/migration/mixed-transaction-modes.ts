import { failedStep } from '../failed-step.ts';
import { defineMigrationRule } from '../rule.ts';
import { inOwnSections, isMixed } from '../transaction-modes.ts';

export default defineMigrationRule({
  id: 'mixed-transaction-modes',
  group: 'transaction',
  severity: 'error',
  title: 'The statements of a file can’t share a transaction',
  why: 'One of them is refused in a transaction and the others should have one: run together the migration fails, run one by one it can stop half-way.',
  todo: 'Take it apart: what belongs together behind `-- plumb:up`, what can’t be in a transaction behind `-- plumb:up no-transaction`, or in files of their own.',
  bad: [
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ADD COLUMN b int; CREATE INDEX CONCURRENTLY i ON t (b)' },
    { base: 'CREATE TABLE t (a int)', sql: "INSERT INTO t VALUES (1); VACUUM t; COMMENT ON TABLE t IS 'x'" },
    {
      base: 'CREATE TABLE t (a int NOT NULL)',
      sql: 'CREATE UNIQUE INDEX CONCURRENTLY i ON t (a); ALTER TABLE t ADD CONSTRAINT u UNIQUE USING INDEX i',
    },
  ],
  good: [
    {
      base: 'CREATE TABLE t (a int)',
      sql: '-- plumb:up\nALTER TABLE t ADD COLUMN b int;\n-- plumb:up no-transaction\nCREATE INDEX CONCURRENTLY i ON t (b);\n',
    },
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ADD COLUMN b int; CREATE TABLE u (a int)' },
    { base: 'CREATE TABLE t (a int)', sql: 'BEGIN; CREATE INDEX CONCURRENTLY i ON t (a); COMMIT' },
    { base: 'CREATE TABLE t (a int)', sql: 'CREATE INDEX CONCURRENTLY i ON t (a)' },
  ],
  *check(view) {
    const failed = failedStep(view);
    if (failed?.sqlstate !== '25001' || !isMixed(failed.step, view)) return;
    const { step, message, sqlstate } = failed;
    yield {
      step,
      message: `${message}, and the statements around it need one.`,
      evidence: { sqlstate },
      fix: inOwnSections(step),
    };
  },
});
