import { defineMigrationRule } from '../rule.ts';
import { inOwnSections, keepsApart } from '../transaction-modes.ts';

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
    {
      base: 'CREATE TABLE t (a int); CREATE INDEX "I" ON t (a)',
      sql: 'SET LOCAL lock_timeout = 1000; DROP INDEX CONCURRENTLY "I"',
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
    {
      base: 'CREATE TABLE t (a int)',
      sql: "SET lock_timeout = '5s'; DROP INDEX CONCURRENTLY IF EXISTS i; CREATE INDEX CONCURRENTLY i ON t (a)",
    },
  ],
  *check({ steps }) {
    const told = new Set<string>();
    for (const step of steps) {
      if (told.has(step.file) || !keepsApart(step)) continue;
      told.add(step.file);
      yield {
        step,
        message: 'PostgreSQL refuses it in a transaction, and the statements around it need one.',
        fix: inOwnSections(step),
      };
    }
  },
});
