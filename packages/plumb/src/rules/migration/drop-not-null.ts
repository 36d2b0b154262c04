import { keptParts } from '../part-changes.ts';
import { partName } from '../part-name.ts';
import { defineMigrationRule } from '../rule.ts';

export default defineMigrationRule({
  id: 'drop-not-null',
  group: 'application',
  severity: 'warning',
  title: 'A column may be null from now on',
  why: 'Code that reads it was written for a value that is always there, and so were its types. The way back fails as soon as one row is null.',
  todo: 'Release code that can cope with null first.',
  bad: [
    {
      base: 'CREATE TABLE users (id int, email text NOT NULL)',
      sql: 'ALTER TABLE users ALTER COLUMN email DROP NOT NULL',
    },
    {
      base: 'CREATE SCHEMA app; CREATE TABLE app."User" (a int NOT NULL, b int NOT NULL)',
      sql: 'ALTER TABLE ONLY app."User" ALTER a DROP NOT NULL, ALTER COLUMN b DROP NOT NULL',
    },
    {
      base: 'CREATE TABLE t (a int CONSTRAINT t_a_here NOT NULL)',
      sql: 'ALTER TABLE t DROP CONSTRAINT t_a_here',
      majors: [18],
    },
    { base: 'CREATE TABLE t (a int NOT NULL)', sql: 'DO $$ BEGIN ALTER TABLE t ALTER a DROP NOT NULL; END $$' },
  ],
  good: [
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ALTER a DROP NOT NULL' },
    {
      base: 'CREATE TABLE t (a int)',
      sql: 'ALTER TABLE t ADD b int NOT NULL DEFAULT 0; ALTER TABLE t ALTER b DROP NOT NULL',
    },
    { base: 'CREATE TABLE t (a int DEFAULT 1 NOT NULL)', sql: 'ALTER TABLE t ALTER a DROP DEFAULT' },
    { sql: 'CREATE TABLE t (a int NOT NULL); ALTER TABLE t ALTER a DROP NOT NULL' },
    { base: 'CREATE TABLE t (a int NOT NULL, b int)', sql: 'ALTER TABLE t DROP COLUMN a' },
  ],
  *check({ steps }) {
    for (const step of steps) {
      const objects = keptParts(step, 'column')
        .filter(({ was, is }) => was.notNull === true && is.notNull === false)
        .map(({ part }) => partName(part));
      if (objects.length > 0) yield { step, message: `${objects.join(', ')} may be null from now on.`, objects };
    }
  },
});
