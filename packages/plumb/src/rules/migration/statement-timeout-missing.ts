import { listed } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { setBefore } from '../set-before.ts';
import { keptFromWriters } from '../strong-locks.ts';

export default defineMigrationRule({
  id: 'statement-timeout-missing',
  group: 'locks',
  severity: 'info',
  title: 'Nothing ends a statement that takes too long',
  why: 'Others wait while it works under its lock, however long that turns out to be. With statement_timeout it is given up, and nothing has changed.',
  todo: "`SET statement_timeout = '30s'` before it, or what you can stand.",
  optional: true,
  bad: [
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ALTER a TYPE bigint' },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."T" (a int)',
      sql: 'SET lock_timeout = \'1s\'; CREATE INDEX ON s."T" (a)',
    },
  ],
  good: [
    { base: 'CREATE TABLE t (a int)', sql: "SET statement_timeout = '1min'; ALTER TABLE t ALTER a TYPE bigint" },
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ADD b int' },
    { sql: 'CREATE TABLE t (a int); ALTER TABLE t ALTER a TYPE bigint' },
  ],
  *check(view) {
    const told = new Set<string>();
    for (const step of view.steps) {
      const tables = keptFromWriters(step.observation?.locks);
      if (step.blocks.length === 0 || tables.length === 0 || told.has(step.version)) continue;
      if (!/^0|^$/.test(setBefore(step, 'statement_timeout', view) ?? '')) continue;
      told.add(step.version);
      yield {
        step,
        message: `However long it takes, others wait for ${listed(tables)}.`,
        objects: tables,
      };
    }
  },
});
