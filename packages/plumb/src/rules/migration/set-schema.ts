import { objectId } from '../../catalog/identifier.ts';
import { stateAfter } from '../later-in-migration.ts';
import { keptParts } from '../part-changes.ts';
import { partName } from '../part-name.ts';
import { defineMigrationRule } from '../rule.ts';

const kinds = ['table', 'view', 'materialized view', 'foreign table', 'function', 'type'] as const;

export default defineMigrationRule({
  id: 'set-schema',
  group: 'application',
  severity: 'error',
  title: 'Something moves to another schema',
  why: 'Code that is running looks for it in the old schema and fails from this moment, unless the new one is in its search path, too.',
  todo: 'Leave a view of the same name in the old schema in the same transaction, and drop it once no code asks for it.',
  bad: [
    { base: 'CREATE SCHEMA app; CREATE TABLE users (id int)', sql: 'ALTER TABLE users SET SCHEMA app' },
    {
      base: 'CREATE SCHEMA app; CREATE TABLE app."User" (id int)',
      sql: 'ALTER TABLE IF EXISTS app."User" SET SCHEMA public',
    },
    { base: 'CREATE SCHEMA app; CREATE VIEW v AS SELECT 1 AS a', sql: 'ALTER VIEW v SET SCHEMA app' },
    {
      base: 'CREATE SCHEMA app; CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN 1',
      sql: 'ALTER FUNCTION f() SET SCHEMA app',
    },
    { base: "CREATE SCHEMA app; CREATE TYPE mood AS ENUM ('ok')", sql: 'ALTER TYPE mood SET SCHEMA app' },
  ],
  good: [
    { base: 'CREATE SCHEMA app', sql: 'CREATE TABLE t (a int); ALTER TABLE t SET SCHEMA app' },
    {
      base: 'CREATE SCHEMA app; CREATE TABLE users (id int)',
      sql: 'ALTER TABLE users SET SCHEMA app; CREATE VIEW users AS SELECT * FROM app.users',
    },
    { base: 'CREATE SCHEMA app; CREATE TABLE app.t (a int)', sql: 'ALTER SCHEMA app RENAME TO core' },
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t SET (fillfactor = 90)' },
  ],
  *check(view) {
    for (const step of view.steps) {
      const after = stateAfter(view, step);
      const stays = ({ schema, name }: { readonly schema: string; readonly name: string }): boolean =>
        ['table', 'view', 'materialized-view'].some(
          (kind) => after?.objects.has(objectId(kind, [schema, name])) === true,
        );
      const moved = kinds
        .flatMap((kind) => keptParts(step, kind))
        .filter(({ was, is }) => was.schema !== is.schema && !stays(was));
      if (moved.length === 0) continue;
      const names = moved.map(({ part, is }) => `${partName(part)} is ${partName(is)} from now on`);
      yield {
        step,
        message: `${names.join(', ')}, and code that names the old schema no longer finds it.`,
        objects: moved.map(({ part }) => partName(part)),
      };
    }
  },
});
