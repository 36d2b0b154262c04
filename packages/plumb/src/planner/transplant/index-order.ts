import type { Client } from 'pg';
import { userSchema } from '../../catalog/user-schema.ts';
import type { ProfiledRelation } from '../profile/profile.ts';
import { relationKey } from './shadow-relations.ts';

interface MadeIndex {
  readonly schema: string;
  readonly name: string;
  readonly table: string;
  readonly quoted: string;
  readonly definition: string;
}

/**
 * Makes the indexes of a table anew, in production's order, where the schema made them in another: of two that cost the
 * same the planner prefers one by its age. Only b-trees, whose files PostgreSQL writes without looking at them again; what
 * belongs to a constraint or a partitioned index stays.
 */
export async function orderIndexes(client: Client, relations: readonly ProfiledRelation[]): Promise<void> {
  const places = new Map(relations.map(({ schema, name }, place) => [relationKey(schema, name), place]));
  const placeOf = ({ schema, name }: MadeIndex): number => places.get(relationKey(schema, name)) ?? 0;
  const { rows } = await client.query<MadeIndex>(ownIndexes);
  const tables = new Map<string, MadeIndex[]>();
  for (const index of rows.filter(({ schema, name }) => places.has(relationKey(schema, name)))) {
    const others = tables.get(index.table);
    if (others === undefined) tables.set(index.table, [index]);
    else others.push(index);
  }
  const statements: string[] = [];
  for (const indexes of tables.values()) {
    const ordered = indexes.toSorted((a, b) => placeOf(a) - placeOf(b));
    if (ordered.every((index, at) => index === indexes[at])) continue;
    for (const { quoted, definition } of ordered) statements.push(`drop index ${quoted}`, definition);
  }
  if (statements.length === 0) return;
  // otherwise the commit logs small files page by page, and so reads them before we have written them
  await client.query(`set wal_skip_threshold = 0; ${statements.join(';\n')}`);
}

const ownIndexes = `
  select n.nspname as schema, c.relname as name, i.indrelid::pg_catalog.text as table,
         pg_catalog.format('%I.%I', n.nspname, c.relname) as quoted,
         pg_catalog.pg_get_indexdef(i.indexrelid) as definition
  from pg_catalog.pg_index as i
  join pg_catalog.pg_class as c on c.oid = i.indexrelid
  join pg_catalog.pg_am as am on am.oid = c.relam
  join pg_catalog.pg_class as t on t.oid = i.indrelid
  join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
  where ${userSchema('n')} and c.relkind = 'i' and am.amname = 'btree' and not c.relispartition and t.relkind in ('r', 'm')
    and not i.indisreplident
    and not exists (select from pg_catalog.pg_constraint as k where k.conindid = i.indexrelid)
  order by i.indexrelid
`;
