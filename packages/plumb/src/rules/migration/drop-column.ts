import { lostParts } from '../part-changes.ts';
import { partName } from '../part-name.ts';
import { defineMigrationRule } from '../rule.ts';
import { isInUse } from '../type-in-use.ts';

export default defineMigrationRule({
  id: 'drop-column',
  group: 'data',
  severity: 'error',
  title: 'A column and its values are dropped',
  why: 'The values are gone, and only a backup brings them back. Code that still names the column fails at once, and so do ORMs that list all columns.',
  todo: 'Release code that no longer names it first (and make it nullable, if that code inserts), keep a copy of the values, and drop it in a later migration.',
  bad: [
    { base: 'CREATE TABLE users (id int, nickname text)', sql: 'ALTER TABLE users DROP COLUMN nickname' },
    {
      base: 'CREATE SCHEMA app; CREATE TABLE app."User" (id int, "nickName" text, age int)',
      sql: 'ALTER TABLE IF EXISTS ONLY app."User" DROP "nickName", DROP COLUMN IF EXISTS age CASCADE',
    },
    {
      base: 'CREATE TABLE m (a int, b int) PARTITION BY RANGE (a); CREATE TABLE m1 PARTITION OF m DEFAULT',
      sql: 'ALTER TABLE m DROP COLUMN b',
    },
    { base: 'CREATE TABLE t (a int, b int)', sql: 'DO $$ BEGIN ALTER TABLE t DROP COLUMN b; END $$' },
    {
      base: 'CREATE SCHEMA app; CREATE TYPE app."Address" AS (street text, zip text); CREATE TABLE t (home app."Address")',
      sql: 'ALTER TYPE app."Address" DROP ATTRIBUTE zip',
    },
  ],
  good: [
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t DROP COLUMN IF EXISTS b' },
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ADD COLUMN b int; ALTER TABLE t DROP COLUMN b' },
    { sql: 'CREATE TABLE t (a int, b int); ALTER TABLE t DROP COLUMN b' },
    { base: 'CREATE TABLE t (a int, CONSTRAINT c CHECK (a > 0))', sql: 'ALTER TABLE t DROP CONSTRAINT c' },
    { base: 'CREATE TABLE t (a int DEFAULT 1)', sql: 'ALTER TABLE t ALTER a DROP DEFAULT' },
    { base: 'CREATE TABLE t (a int, b int)', sql: 'DROP TABLE t' },
    { base: 'CREATE TYPE c AS (a int, b int)', sql: 'ALTER TYPE c DROP ATTRIBUTE b' },
  ],
  *check({ steps, before }) {
    for (const step of steps) {
      // what goes with a type or a function is told of CASCADE
      if (step.tree !== null && 'DropStmt' in step.tree) continue;
      const attributes = lostParts(step, 'attribute').filter((part) => isInUse(part, before));
      const objects = [...lostParts(step, 'column'), ...attributes].map(partName);
      if (objects.length === 0) continue;
      const values = objects.length === 1 ? 'its values' : 'their values';
      yield { step, message: `${objects.join(', ')} and ${values} are dropped.`, objects };
    }
  },
});
