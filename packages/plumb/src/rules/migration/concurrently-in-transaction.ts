import { sectionsOf } from '@pgplumb/migrate/files';
import { refusesTransaction } from '@pgplumb/migrate/sql';
import { failedStep } from '../failed-step.ts';
import { defineMigrationRule } from '../rule.ts';
import { inOwnSections, isInWrittenTransaction, keepsApart } from '../transaction-modes.ts';

export default defineMigrationRule({
  id: 'concurrently-in-transaction',
  group: 'transaction',
  severity: 'error',
  title: 'It can’t be run in a transaction',
  why: 'PostgreSQL refuses CREATE and DROP INDEX CONCURRENTLY, VACUUM and the like in a transaction, so the migration fails here.',
  todo: 'Put it into a section of its own behind `-- plumb:up no-transaction`, without BEGIN and COMMIT.',
  bad: [
    { base: 'CREATE TABLE t (a int)', sql: 'BEGIN; CREATE INDEX CONCURRENTLY i ON t (a); COMMIT' },
    {
      base: 'CREATE TABLE t (a int)',
      sql: 'START TRANSACTION; CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a); CREATE INDEX CONCURRENTLY j ON t (a); END',
    },
    { base: 'CREATE TABLE t (a int)', sql: '-- plumb:up\nSET lock_timeout = 1000;\nREINDEX TABLE CONCURRENTLY t;\n' },
    { base: 'CREATE TABLE t (a int)', sql: 'BEGIN; SELECT 1; VACUUM FULL t; COMMIT' },
    { base: 'CREATE TABLE t (a int)', sql: 'DO $$ BEGIN CREATE INDEX CONCURRENTLY i ON t (a); END $$' },
    {
      base: 'CREATE TABLE t (a int)',
      sql: 'BEGIN; ALTER TABLE t ADD b int; CREATE INDEX CONCURRENTLY i ON t (b); COMMIT',
    },
  ],
  good: [
    { base: 'CREATE TABLE t (a int)', sql: 'CREATE INDEX CONCURRENTLY i ON t (a)' },
    {
      base: 'CREATE TABLE t (a int)',
      sql: '-- plumb:up no-transaction\nCREATE INDEX CONCURRENTLY i ON t (a);\nCREATE INDEX CONCURRENTLY j ON t (a);\n',
    },
    { base: 'CREATE TABLE t (a int)', sql: 'BEGIN; CREATE INDEX i ON t (a); COMMIT' },
    {
      base: 'CREATE TABLE t (a int)',
      sql: 'SET lock_timeout = 1000; SET statement_timeout = 0; CREATE INDEX CONCURRENTLY i ON t (a)',
    },
    { base: 'CREATE TABLE t (a int)', sql: '-- no-transaction\nCREATE INDEX CONCURRENTLY i ON t (a); VACUUM t' },
    { base: 'CREATE TABLE t (a int)', sql: "COMMENT ON TABLE t IS 'CREATE INDEX CONCURRENTLY'; SELECT 1" },
  ],
  *check(view) {
    const failed = failedStep(view);
    for (const step of view.steps) {
      const isRefused = step === failed?.step && failed.sqlstate === '25001' && !keepsApart(step);
      // a transaction of one statement is left out here, and not by every tool
      const isWritten = refusesTransaction(step.sql) && isInWrittenTransaction(step) && step.observation !== null;
      if (!isRefused && !isWritten) continue;
      const { format } = sectionsOf(step.statement.source);
      yield {
        step,
        message: isRefused
          ? `${failed.message}.`
          : 'It stands between BEGIN and COMMIT, where PostgreSQL refuses it. Only plumb would run it, without them.',
        evidence: isRefused ? { sqlstate: failed.sqlstate } : {},
        ...(format === null && refusesTransaction(step.sql) ? { fix: inOwnSections(step) } : {}),
      };
    }
  },
});
