import type { Client } from 'pg';
import { qualified } from '../../catalog/identifier.ts';
import { userSchema } from '../../catalog/user-schema.ts';
import type { RelationSizes } from './plan-finding.ts';

/** How large tables and indexes are, and how much of them changed since they were analysed, as the server knows. */
export async function readRelationSizes(client: Client): Promise<RelationSizes> {
  const { rows } = await client.query<{
    schema: string;
    name: string;
    pages: number;
    rows: number;
    changed: string | null;
    dead: string | null;
  }>(`
    select
      n.nspname as schema,
      c.relname as name,
      c.relpages as pages,
      c.reltuples as rows,
      s.n_mod_since_analyze as changed,
      s.n_dead_tup as dead
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    left join pg_catalog.pg_stat_all_tables as s on s.relid = c.oid
    where ${userSchema('n')} and c.relkind in ('r', 'm', 'i') and c.reltuples >= 0
  `);
  const number = (text: string | null): number | null => (text === null ? null : Number(text));
  return new Map(
    rows.map(({ schema, name, pages, changed, dead, ...each }) => [
      qualified(schema, name),
      { pages, rows: each.rows, changed: number(changed), deadRows: number(dead) },
    ]),
  );
}
