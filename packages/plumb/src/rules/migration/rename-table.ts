import { objectId } from '../../catalog/identifier.ts';
import { stateAfter } from '../later-in-migration.ts';
import { keptParts } from '../part-changes.ts';
import { partName } from '../part-name.ts';
import { defineMigrationRule } from '../rule.ts';

const kinds = ['table', 'view', 'materialized view', 'foreign table'] as const;

export default defineMigrationRule({
  id: 'rename-table',
  group: 'application',
  severity: 'error',
  title: 'A table gets another name',
  why: 'Code that is running names the old one and fails from this moment until all of it is replaced.',
  todo: 'Make a view of the old name in the same transaction (`CREATE VIEW old AS SELECT * FROM new`), and drop it once no code asks for it.',
  bad: [
    { base: 'CREATE TABLE users (id int)', sql: 'ALTER TABLE users RENAME TO accounts' },
    {
      base: 'CREATE SCHEMA app; CREATE TABLE app."User" (id int)',
      sql: 'ALTER TABLE IF EXISTS app."User" RENAME TO users',
    },
    { base: 'CREATE VIEW v AS SELECT 1 AS a', sql: 'ALTER VIEW v RENAME TO w' },
    { base: 'CREATE TABLE t (a int)', sql: 'DO $$ BEGIN ALTER TABLE t RENAME TO u; END $$' },
  ],
  good: [
    { sql: 'CREATE TABLE t (a int); ALTER TABLE t RENAME TO u' },
    { base: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a)', sql: 'ALTER INDEX i RENAME TO j' },
    {
      base: 'CREATE TABLE users (id int)',
      sql: 'BEGIN; ALTER TABLE users RENAME TO accounts; CREATE VIEW users AS SELECT * FROM accounts; COMMIT',
    },
    {
      base: 'CREATE TABLE t (a int); CREATE TABLE t_new (a int)',
      sql: 'ALTER TABLE t RENAME TO t_old; ALTER TABLE t_new RENAME TO t',
    },
    { base: 'CREATE TABLE t (id serial)', sql: 'ALTER SEQUENCE t_id_seq RENAME TO s' },
  ],
  *check(view) {
    for (const step of view.steps) {
      const after = stateAfter(view, step);
      const isThere = (schema: string, name: string): boolean =>
        kinds.some((kind) => after?.objects.has(objectId(kind.replace(' ', '-'), [schema, name])) === true);
      const wasThere = (schema: string, name: string): boolean =>
        kinds.some((kind) => view.before.objects.has(objectId(kind.replace(' ', '-'), [schema, name])));
      const renamed = kinds
        .flatMap((kind) => keptParts(step, kind))
        .filter(({ was, is }) => was.name !== is.name)
        // something else answers to the old name, or it takes the place of another
        .filter(({ was, is }) => !isThere(was.schema, was.name) && !wasThere(is.schema, is.name));
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
