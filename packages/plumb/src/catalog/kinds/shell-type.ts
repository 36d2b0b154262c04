import { objectId, qualified } from '../identifier.ts';
import { defineKind } from '../kind.ts';
import type { Reader } from '../reader.ts';
import { statement } from '../statement.ts';
import { userSchema } from '../user-schema.ts';

/**
 * A type's name without what it is: first so that the functions can be made that the type itself is then made of, a base
 * type's input and output. They are parts of it, as is the complete type.
 */
export type ShellTypeFacts = {
  readonly schema: string;
  readonly name: string;
  /** What of the complete type no ALTER can change; null where there is only the shell. */
  readonly definition: object | null;
};

function shellTypeId(schema: string, name: string): string {
  return objectId('shell-type', [schema, name]);
}

export default defineKind<ShellTypeFacts>({
  id: 'shell-type',
  rank: 39,
  catalog: 'pg_type',
  where: 'not typisdefined',

  async read(reader) {
    const rows = await reader.rows<{ oid: number; schema: string; name: string }>(`
      select t.oid, n.nspname as schema, t.typname as name
      from pg_catalog.pg_type as t
      join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
      where not t.typisdefined and ${userSchema('n')}
      order by n.nspname, t.typname
    `);
    for (const { oid, ...row } of rows) {
      const id = shellTypeId(row.schema, row.name);
      const facts = { ...row, definition: null };
      reader.add({ id, kind: 'shell-type', parent: null, facts }, { catalog: 'pg_type', oid });
    }
  },

  phrase: ({ facts }) => `TYPE ${nameOf(facts)}`,

  occupies: ({ facts }) => [`type ${nameOf(facts)}`],

  create: ({ facts }) => [statement(`CREATE TYPE ${nameOf(facts)}`)],

  /** Type and functions need each other. */
  drop: ({ facts }) => [statement(`DROP TYPE ${nameOf(facts)}${facts.definition === null ? '' : ' CASCADE'}`)],

  alter: () => ({ replace: "PostgreSQL can't change these properties of a type" }),
});

/** Adds the shell of a type that functions of its own are part of, and claims them for it. */
export function addShellOf(
  reader: Reader,
  type: { readonly oid: number; readonly schema: string; readonly name: string; readonly definition: object },
  functions: readonly number[],
): string {
  const { oid, schema, name, definition } = type;
  const id = shellTypeId(schema, name);
  const facts = { schema, name, definition };
  reader.add({ id, kind: 'shell-type', parent: null, facts }, { catalog: 'pg_type', oid });
  for (const routine of functions) reader.claim({ catalog: 'pg_proc', oid: routine }, id);
  return id;
}

function nameOf({ schema, name }: ShellTypeFacts): string {
  return qualified(schema, name);
}
