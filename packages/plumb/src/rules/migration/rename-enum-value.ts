import { literal } from '../../catalog/identifier.ts';
import { keptParts } from '../part-changes.ts';
import { ownerName } from '../part-name.ts';
import { defineMigrationRule } from '../rule.ts';

export default defineMigrationRule({
  id: 'rename-enum-value',
  group: 'application',
  severity: 'error',
  title: 'A value of an enum gets another name',
  why: 'Code that is running still writes and compares the old one, which PostgreSQL refuses from this moment, and gets one that it doesn’t know when it reads.',
  todo: 'Add a value of the new name, release code that knows both, update the rows, and stop using the old one.',
  bad: [
    {
      base: "CREATE TYPE status AS ENUM ('new', 'done')",
      sql: "ALTER TYPE status RENAME VALUE 'done' TO 'finished'",
    },
    {
      base: 'CREATE SCHEMA app; CREATE TYPE app."Mood" AS ENUM (\'so so\')',
      sql: "ALTER TYPE app.\"Mood\" RENAME VALUE 'so so' TO 'ok'",
    },
    {
      base: "CREATE TYPE s AS ENUM ('a', 'b'); CREATE TABLE t (s s)",
      sql: "DO $$ BEGIN ALTER TYPE s RENAME VALUE 'a' TO 'c'; END $$",
    },
  ],
  good: [
    { sql: "CREATE TYPE s AS ENUM ('a'); ALTER TYPE s RENAME VALUE 'a' TO 'b'" },
    { base: "CREATE TYPE s AS ENUM ('a')", sql: "ALTER TYPE s ADD VALUE 'b'" },
    { base: "CREATE TYPE s AS ENUM ('a')", sql: 'ALTER TYPE s RENAME TO r' },
  ],
  *check({ steps }) {
    for (const step of steps) {
      const renamed = keptParts(step, 'enum value').filter(({ was, is }) => was.name !== is.name);
      if (renamed.length === 0) continue;
      const names = renamed.map(
        ({ part, is }) => `${literal(part.name)} of ${ownerName(part)} is called ${literal(is.name)} from now on`,
      );
      yield {
        step,
        message: `${names.join(', ')}, and the code that runs knows only the old name.`,
        objects: [...new Set(renamed.map(({ part }) => ownerName(part)))],
      };
    }
  },
});
