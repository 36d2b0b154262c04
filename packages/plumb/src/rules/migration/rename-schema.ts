import { keptParts } from '../part-changes.ts';
import { partName } from '../part-name.ts';
import { defineMigrationRule } from '../rule.ts';

export default defineMigrationRule({
  id: 'rename-schema',
  group: 'application',
  severity: 'error',
  title: 'A schema gets another name',
  why: 'All that is in it is called otherwise at once: code, functions and search paths that name the old schema fail from this moment.',
  todo: 'Make a schema of the new name with views of the tables, move the code over, and move the tables in a later release.',
  over: ['rename-table', 'set-schema'],
  bad: [
    { base: 'CREATE SCHEMA app; CREATE TABLE app.t (a int)', sql: 'ALTER SCHEMA app RENAME TO core' },
    { base: 'CREATE SCHEMA "My App"', sql: 'ALTER SCHEMA "My App" RENAME TO app' },
    { base: 'CREATE SCHEMA a', sql: 'DO $$ BEGIN ALTER SCHEMA a RENAME TO b; END $$' },
  ],
  good: [
    { sql: 'CREATE SCHEMA a; CREATE TABLE a.t (a int); ALTER SCHEMA a RENAME TO b' },
    { base: 'CREATE SCHEMA a', sql: 'ALTER SCHEMA a OWNER TO CURRENT_USER' },
    { base: 'CREATE SCHEMA a; CREATE TYPE a.y AS (b int)', sql: 'ALTER TYPE a.y RENAME TO z' },
  ],
  *check({ steps }) {
    for (const step of steps) {
      const renamed = keptParts(step, 'schema');
      if (renamed.length === 0) continue;
      const names = renamed.map(({ part, is }) => `The schema ${partName(part)} is called ${partName(is)} from now on`);
      yield {
        step,
        message: `${names.join('. ')}, and so is all that is in it.`,
        objects: renamed.map(({ part }) => partName(part)),
      };
    }
  },
});
