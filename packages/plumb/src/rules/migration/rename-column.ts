import { columnId } from '../../catalog/kinds/column/column-facts.ts';
import { stateAfter } from '../later-in-migration.ts';
import { keptParts } from '../part-changes.ts';
import { partName } from '../part-name.ts';
import { defineMigrationRule } from '../rule.ts';
import { isInUse } from '../type-in-use.ts';

export default defineMigrationRule({
  id: 'rename-column',
  group: 'application',
  severity: 'error',
  title: 'A column gets another name',
  why: 'Code that is running names the old one and fails from this moment until all of it is replaced; while a release rolls out, both are asked for.',
  todo: 'Add a column of the new name, keep both equal with a trigger, move the code over, and drop the old one in a later release.',
  bad: [
    { base: 'CREATE TABLE users (id int, name text)', sql: 'ALTER TABLE users RENAME COLUMN name TO full_name' },
    {
      base: 'CREATE SCHEMA app; CREATE TABLE app."User" (id int, "a b" text)',
      sql: 'ALTER TABLE IF EXISTS app."User" RENAME "a b" TO c',
    },
    {
      base: 'CREATE TABLE m (a int, b int) PARTITION BY RANGE (a); CREATE TABLE m1 PARTITION OF m DEFAULT',
      sql: 'ALTER TABLE m RENAME b TO c',
    },
    { base: 'CREATE TABLE t (a int)', sql: 'DO $$ BEGIN ALTER TABLE t RENAME a TO b; END $$' },
    { base: 'CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t', sql: 'ALTER VIEW v RENAME COLUMN a TO b' },
    {
      base: 'CREATE TYPE pair AS (a int, b int); CREATE TABLE t (pairs pair[])',
      sql: 'ALTER TYPE pair RENAME ATTRIBUTE a TO c',
    },
  ],
  good: [
    { sql: 'CREATE TABLE t (a int); ALTER TABLE t RENAME a TO b' },
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ADD b int; ALTER TABLE t RENAME b TO c' },
    {
      base: 'CREATE TABLE t (a int CONSTRAINT c CHECK (a > 0))',
      sql: 'ALTER TABLE t RENAME CONSTRAINT c TO d',
    },
    { base: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a)', sql: 'ALTER INDEX i RENAME TO j' },
    { base: 'CREATE TYPE c AS (a int)', sql: 'ALTER TYPE c RENAME ATTRIBUTE a TO b' },
  ],
  *check(view) {
    for (const step of view.steps) {
      const attributes = keptParts(step, 'attribute').filter(({ part }) => isInUse(part, view.before));
      const renamed = [...keptParts(step, 'column'), ...attributes].filter(
        ({ was, is }) =>
          was.name !== is.name &&
          // something else answers to the old name
          stateAfter(view, step)?.objects.has(columnId(is.schema, is.of ?? '', was.name)) !== true,
      );
      if (renamed.length === 0) continue;
      const names = renamed.map(({ part, is }) => `${partName(part)} is called ${is.name} from now on`);
      yield {
        step,
        message: `${names.join(', ')}, and the code that runs asks for the old name.`,
        objects: renamed.map(({ part }) => partName(part)),
      };
    }
  },
});
