import { migrationSteps } from '../later-in-migration.ts';
import { defineMigrationRule, type MigrationView, type StepView } from '../rule.ts';
import { milliseconds, valueSet } from '../set-before.ts';
import { keptFromWriters } from '../strong-locks.ts';

/** Milliseconds that an application can usually stand still. */
const bearable = 10_000;

export default defineMigrationRule({
  id: 'lock-timeout-too-long',
  group: 'locks',
  severity: 'warning',
  title: 'A long wait for locks',
  why: 'While a statement waits for its lock, everyone who needs the table waits behind it. For as long as lock_timeout the application may stand still.',
  todo: 'Set it to a few seconds, and try again when it fails; `plumb up` does both by itself.',
  bad: [
    { base: 'CREATE TABLE t (a int)', sql: "SET lock_timeout = '1min'; ALTER TABLE t ADD b int" },
    { base: 'CREATE TABLE t (a int)', sql: 'BEGIN; SET LOCAL lock_timeout TO 60000; DROP TABLE t; COMMIT;' },
    { base: 'CREATE TABLE t (a int)', sql: 'SET lock_timeout = 0; ALTER TABLE t ADD b int' },
    { base: 'CREATE TABLE t (a int)', sql: "SELECT set_config('lock_timeout', '5min', true); ALTER TABLE t ADD b int" },
  ],
  good: [
    { base: 'CREATE TABLE t (a int)', sql: "SET lock_timeout = '5s'; ALTER TABLE t ADD b int" },
    { base: 'CREATE TABLE t (a int)', sql: 'SET LOCAL lock_timeout = 2000; ALTER TABLE t ADD b int' },
    { base: 'CREATE TABLE t (a int)', sql: "SET statement_timeout = '10min'; ALTER TABLE t ADD b int" },
    { base: 'CREATE TABLE t (a int)', sql: "SET lock_timeout = '10min'; CREATE TABLE u (a int)" },
    {
      base: 'CREATE TABLE t (a int)',
      sql: "SET lock_timeout = '10min'; SET lock_timeout = '2s'; ALTER TABLE t ADD b int",
    },
  ],
  *check(view) {
    for (const step of view.steps) {
      const value = valueSet(step, 'lock_timeout');
      const time = value === null ? null : milliseconds(value);
      if (time === null || (time > 0 && time <= bearable) || !isInForce(step, view)) continue;
      const wait = time === 0 ? 'without end' : `up to ${Math.round(time / 1000)} s`;
      const fix = { description: 'Give up after three seconds.', sql: "SET lock_timeout = '3s';" };
      yield { step, message: `Statements wait for locks ${wait}, and the application behind them.`, fix };
    }
  },
});

/** Whether a statement waits for a lock that keeps others out before another value is set. */
function isInForce(step: StepView, view: MigrationView): boolean {
  const steps = migrationSteps(view, step);
  const behind = steps.slice(steps.indexOf(step) + 1);
  const end = behind.findIndex((each) => valueSet(each, 'lock_timeout') !== null);
  return behind
    .slice(0, end === -1 ? behind.length : end)
    .some(({ observation }) => keptFromWriters(observation?.locks).length > 0);
}
