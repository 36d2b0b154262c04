import { identifier, objectId } from '../identifier.ts';
import { defineKind } from '../kind.ts';
import { statement } from '../statement.ts';
import { userSchema } from '../user-schema.ts';

/** A schema is its name; owner, comment and grants are objects of their own. */
export type SchemaFacts = { readonly name: string };

export function schemaId(name: string): string {
  return objectId('schema', [name]);
}

export default defineKind<SchemaFacts>({
  id: 'schema',
  rank: 10,

  async read(reader) {
    const rows = await reader.rows<{ oid: number; name: string }>(`
      select n.oid, n.nspname as name
      from pg_catalog.pg_namespace as n
      where ${userSchema('n')}
      order by n.nspname
    `);
    for (const { oid, name } of rows) {
      const id = schemaId(name);
      reader.add({ id, kind: 'schema', parent: null, facts: { name } }, { catalog: 'pg_namespace', oid });
    }
  },

  phrase: ({ facts }) => `SCHEMA ${identifier(facts.name)}`,

  create: ({ facts }) => [statement(`CREATE SCHEMA ${identifier(facts.name)}`)],

  drop: ({ facts }) => [statement(`DROP SCHEMA ${identifier(facts.name)}`)],

  alter: () => ({ statements: [] }),
});
