import type { Client } from 'pg';
import { userSchema } from '../../catalog/user-schema.ts';

/** A relation as the shadow has it. */
export interface ShadowRelation {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly kind: string;
  readonly method: string | null;
  /** Below the data folder; null where there is no file. */
  readonly file: string | null;
  readonly columns: readonly string[];
}

/** All relations that have statistics or pages, by `relationKey`. */
export async function readShadowRelations(client: Client): Promise<ReadonlyMap<string, ShadowRelation>> {
  const { rows } = await client.query<ShadowRelation>(`
    select c.oid::pg_catalog.int8::pg_catalog.float8 as oid, n.nspname as schema, c.relname as name,
           c.relkind as kind, am.amname as method, pg_catalog.pg_relation_filepath(c.oid) as file,
           (
             select coalesce(pg_catalog.array_agg(a.attname::pg_catalog.text order by a.attnum), '{}')
             from pg_catalog.pg_attribute as a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
           ) as columns
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    left join pg_catalog.pg_am as am on am.oid = c.relam
    where ${userSchema('n')} and c.relkind in ('r', 'm', 'p', 'f', 'i', 'I')
  `);
  return new Map(rows.map((row) => [relationKey(row.schema, row.name), row]));
}

export function relationKey(schema: string, name: string): string {
  return JSON.stringify([schema, name]);
}
