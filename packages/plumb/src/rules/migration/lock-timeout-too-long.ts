import { defineMigrationRule } from '../rule.ts';
import { milliseconds, valueSet } from '../set-before.ts';

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
  ],
  good: [
    { base: 'CREATE TABLE t (a int)', sql: "SET lock_timeout = '5s'; ALTER TABLE t ADD b int" },
    { base: 'CREATE TABLE t (a int)', sql: 'SET LOCAL lock_timeout = 2000; ALTER TABLE t ADD b int' },
    { base: 'CREATE TABLE t (a int)', sql: "SET statement_timeout = '10min'; ALTER TABLE t ADD b int" },
  ],
  *check({ steps }) {
    for (const step of steps) {
      const value = valueSet(step, 'lock_timeout');
      const time = value === null ? null : milliseconds(value);
      if (time === null || (time > 0 && time <= bearable)) continue;
      const wait = time === 0 ? 'without end' : `up to ${Math.round(time / 1000)} s`;
      const fix = { description: 'Give up after three seconds.', sql: "SET lock_timeout = '3s';" };
      yield { step, message: `Statements wait for locks ${wait}, and the application behind them.`, fix };
    }
  },
});
