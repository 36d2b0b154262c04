import { identifier } from '../../catalog/identifier.ts';
import { factsOf } from '../facts/objects-of.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'extension-in-public',
  group: 'security',
  severity: 'warning',
  title: 'An extension stands among your tables',
  why: 'Its functions and operators are in public: an API over that schema offers them to whoever calls, and their names get in the way of yours.',
  todo: 'Put it into a schema of its own: `CREATE EXTENSION … WITH SCHEMA extensions`.',
  bad: [
    { base: 'CREATE EXTENSION citext' },
    { base: 'CREATE EXTENSION hstore WITH SCHEMA public' },
    { base: 'CREATE SCHEMA e; CREATE EXTENSION citext SCHEMA e; ALTER EXTENSION citext SET SCHEMA public' },
  ],
  good: [
    { base: 'CREATE SCHEMA extensions; CREATE EXTENSION citext WITH SCHEMA extensions' },
    { base: 'CREATE SCHEMA e; SET search_path = e; CREATE EXTENSION hstore; RESET search_path' },
    { base: 'CREATE TABLE t (id int PRIMARY KEY)' },
  ],
  *check({ catalog }) {
    for (const { name, schema } of factsOf(catalog, 'extension')) {
      if (schema !== 'public') continue;
      yield {
        message: `The extension ${identifier(name)} is in the schema public.`,
        objects: [identifier(name), 'public'],
      };
    }
  },
});
