import { blocking, blocksItself, listed } from '../blocked.ts';
import { defineMigrationRule, type StepView } from '../rule.ts';
import { keptFromWriters } from '../strong-locks.ts';

export default defineMigrationRule({
  id: 'ddl-in-do-block-or-function',
  group: 'locks',
  severity: 'warning',
  title: 'The schema changes where nobody sees it',
  why: 'What a block or a function does to tables isn’t plain from the migration: reviewers, and tools that only read it, miss its locks, and all of it is one transaction.',
  todo: 'Write the statements themselves. IF EXISTS and IF NOT EXISTS, or sections that are applied once, spare most of the conditions.',
  bad: [
    {
      base: 'CREATE TABLE t (a int)',
      sql: 'DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_constraint WHERE false) THEN ALTER TABLE t ADD CHECK (a > 0); END IF; END $$',
    },
    {
      base: 'CREATE TABLE t (a int); CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN ALTER TABLE t ADD b int; END $$',
      sql: 'SELECT f()',
    },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."T" (a int); CREATE PROCEDURE p() LANGUAGE plpgsql AS $$ BEGIN CREATE INDEX ON s."T" (a); END $$',
      sql: 'CALL p()',
    },
    {
      base: 'CREATE TABLE t (a int)',
      sql: "DO LANGUAGE plpgsql $$ DECLARE r record; BEGIN FOR r IN SELECT 't' AS n LOOP EXECUTE format('ALTER TABLE %I ADD b int', r.n); END LOOP; END $$",
    },
  ],
  good: [
    { base: 'CREATE TABLE t (a int)', sql: "DO $$ BEGIN RAISE NOTICE 'ALTER TABLE t ADD b int'; END $$" },
    { base: 'CREATE TABLE t (a int)', sql: 'DO $$ BEGIN UPDATE t SET a = 1 WHERE a = 2; END $$' },
    { sql: 'CREATE TABLE t (a int); DO $$ BEGIN ALTER TABLE t ADD b int; END $$' },
    {
      base: 'CREATE TABLE t (a int)',
      sql: 'CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN ALTER TABLE t ADD b int; END $$',
    },
    {
      base: 'CREATE TABLE t (a int)',
      sql: "DO $$ BEGIN CREATE TYPE e AS ENUM ('a'); EXCEPTION WHEN duplicate_object THEN NULL; END $$",
    },
  ],
  *check(view) {
    for (const step of view.steps) {
      const { observation } = step;
      const tables = keptFromWriters(observation?.locks);
      const kind = hidingPlace(step);
      if (observation === null || kind === null || tables.length === 0) continue;
      const { rewrites, rebuilds, scans } = observation;
      const work = [...new Set([...rewrites, ...rebuilds, ...scans])];
      if (blocksItself(step).length > 0) {
        yield blocking(
          step,
          view,
          `${kind} goes through ${listed(work)} while it keeps others out of ${listed(tables)}.`,
        );
      } else {
        const message = `${kind} changes the schema, and keeps others out of ${listed(tables)} until its transaction ends.`;
        yield { step, message, objects: tables, evidence: { ...observation } };
      }
    }
  },
});

function hidingPlace({ tree }: StepView): string | null {
  if (tree === null) return null;
  if ('DoStmt' in tree) return 'The block';
  if ('CallStmt' in tree) return 'The procedure';
  return 'SelectStmt' in tree ? 'The function' : null;
}
