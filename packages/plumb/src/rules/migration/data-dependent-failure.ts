import { failedStep } from '../failed-step.ts';
import { defineMigrationRule, type StepView } from '../rule.ts';
import { alterTableCommands } from '../sql/alter-table.ts';

export default defineMigrationRule({
  id: 'data-dependent-failure',
  group: 'data',
  severity: 'error',
  title: 'Rows can make the migration fail',
  why: 'It runs on an empty database and stops in production, at the first row that doesn’t fit, and all that its transaction did is undone.',
  over: ['type-narrowing'],
  todo: 'Look for such rows before you migrate and mend them in a migration of their own. Add constraints as NOT VALID first and validate them after that.',
  bad: [
    {
      base: 'CREATE TABLE t (id int PRIMARY KEY, a int); INSERT INTO t VALUES (1, 5), (2, 5)',
      sql: 'CREATE UNIQUE INDEX ON t (a)',
    },
    {
      base: 'CREATE TABLE t (id int PRIMARY KEY, a int); INSERT INTO t VALUES (1, NULL)',
      sql: 'ALTER TABLE t ALTER a SET NOT NULL',
    },
    {
      base: "CREATE TABLE t (id int PRIMARY KEY, a text); INSERT INTO t VALUES (1, 'x')",
      sql: 'ALTER TABLE t ALTER a TYPE int USING a::int',
    },
    {
      base: 'CREATE SCHEMA app; CREATE TABLE app."P" (id int PRIMARY KEY); CREATE TABLE c (p int); INSERT INTO c VALUES (7)',
      sql: 'ALTER TABLE c ADD FOREIGN KEY (p) REFERENCES app."P"',
    },
    {
      base: 'CREATE TABLE t (id int PRIMARY KEY, a int CONSTRAINT c CHECK (a > 0)); INSERT INTO t VALUES (1, 5)',
      sql: 'UPDATE t SET a = -1',
    },
  ],
  good: [
    {
      base: 'CREATE TABLE t (a int)',
      sql: 'ALTER TABLE t ADD CONSTRAINT c CHECK (a > 1000000) NOT VALID; ALTER TABLE t VALIDATE CONSTRAINT c',
    },
    { base: 'CREATE TABLE t (id int PRIMARY KEY, a int)', sql: 'ALTER TABLE t ADD CONSTRAINT c CHECK (a > 1000000)' },
    { base: 'CREATE TABLE t (a int); INSERT INTO t VALUES (1), (2)', sql: 'CREATE UNIQUE INDEX ON t (a)' },
    {
      base: 'CREATE TABLE t (id int, a int); INSERT INTO t VALUES (1, NULL)',
      sql: 'UPDATE t SET a = 0 WHERE a IS NULL; ALTER TABLE t ALTER a SET NOT NULL',
    },
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID' },
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ADD COLUMN b int NOT NULL DEFAULT 0' },
    { base: 'CREATE TABLE t (a int)', sql: 'SELECT nothing FROM t' },
    { base: 'CREATE TABLE t (id int PRIMARY KEY, a text)', sql: "INSERT INTO t VALUES (1, 'a'), (2, 'b'), (3, 'c')" },
    {
      base: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, p int REFERENCES p)',
      sql: 'INSERT INTO t VALUES (70, 70)',
    },
    {
      base: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, p int NOT NULL REFERENCES p)',
      sql: 'DELETE FROM p WHERE id = 1',
    },
  ],
  *check(view) {
    const failed = failedStep(view);
    if (failed === null || !failed.onRows) return;
    const { step, message, detail, sqlstate, invented } = failed;
    // this is how one finds out without harm
    if (invented && alterTableCommands(step).some(({ subtype }) => subtype === 'AT_ValidateConstraint')) return;
    if (invented && meetsKeys(step, sqlstate)) return;
    const whose = invented
      ? 'The rows were invented, and those of production may be like them.'
      : 'The rows are of the state before it.';
    yield {
      step,
      message: [`${message}.`, ...(detail === null ? [] : [detail]), whose].join(' '),
      severity: invented ? 'warning' : 'error',
      ...(invented ? { guessed: true } : {}),
      evidence: { sqlstate, invented },
    };
  },
});

/** Whether rows are written whose keys only those that were invented have, or have not. */
function meetsKeys({ tree }: StepView, sqlstate: string | null): boolean {
  const makesKeys = tree !== null && ('AlterTableStmt' in tree || 'IndexStmt' in tree);
  return !makesKeys && (sqlstate === uniqueViolation || sqlstate === foreignKeyViolation);
}

const foreignKeyViolation = '23503';
const uniqueViolation = '23505';
