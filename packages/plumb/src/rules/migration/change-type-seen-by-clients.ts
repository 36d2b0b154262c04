import { keptParts } from '../part-changes.ts';
import { partName } from '../part-name.ts';
import { defineMigrationRule } from '../rule.ts';
import { clientType } from '../type-parts.ts';

export default defineMigrationRule({
  id: 'change-type-seen-by-clients',
  group: 'application',
  severity: 'warning',
  title: 'Clients get values of another type',
  why: 'Code that is running goes on as if nothing had changed: it adds to what is a text now, compares what is never equal, writes what PostgreSQL refuses. Its types are wrong and no compiler says so.',
  todo: 'Release code that copes with both first, or add a column of the new type, move the code over, and drop the old one later. Generate the types anew.',
  bad: [
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ALTER COLUMN a TYPE bigint' },
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ALTER a TYPE text USING a::text' },
    {
      base: 'CREATE SCHEMA app; CREATE TABLE app."T" ("At" timestamp)',
      sql: `ALTER TABLE app."T" ALTER "At" SET DATA TYPE timestamptz USING "At" AT TIME ZONE 'UTC'`,
    },
    { base: 'CREATE TABLE t (a text)', sql: 'ALTER TABLE t ALTER a TYPE jsonb USING to_jsonb(a)' },
    { base: 'CREATE TABLE t (a text)', sql: 'ALTER TABLE t ALTER a TYPE text[] USING ARRAY[a]' },
  ],
  good: [
    { base: 'CREATE TABLE t (a varchar(50))', sql: 'ALTER TABLE t ALTER a TYPE text' },
    { base: 'CREATE TABLE t (a json)', sql: 'ALTER TABLE t ALTER a TYPE jsonb' },
    { base: 'CREATE TABLE t (a smallint)', sql: 'ALTER TABLE t ALTER a TYPE int' },
    { base: 'CREATE TABLE t (a numeric(10,2))', sql: 'ALTER TABLE t ALTER a TYPE numeric(12,2)' },
    { sql: 'CREATE TABLE t (a int); ALTER TABLE t ALTER a TYPE bigint' },
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ADD b bigint' },
  ],
  *check({ steps }) {
    for (const step of steps) {
      const changed = keptParts(step, 'column').filter(
        ({ was, is }) => clientType(was.type ?? '') !== clientType(is.type ?? ''),
      );
      if (changed.length === 0) continue;
      const names = changed.map(
        ({ part, was, is }) =>
          `${partName(part)} was ${was.type}, ${clientType(was.type ?? '')}, and becomes ${is.type}, ${clientType(is.type ?? '')}`,
      );
      yield { step, message: `${names.join('. ')}.`, objects: changed.map(({ part }) => partName(part)) };
    }
  },
});
