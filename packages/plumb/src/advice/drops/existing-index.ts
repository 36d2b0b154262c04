import type { Client } from 'pg';
import { userSchema } from '../../catalog/user-schema.ts';

/** An index that a database has, as far as it can be compared with others. */
export interface ExistingIndex {
  /** Qualified, as is its table. */
  readonly name: string;
  readonly table: string;
  readonly definition: string;
  readonly method: string;
  /** Each with its operator class, collation and direction. */
  readonly keys: readonly string[];
  readonly include: readonly string[];
  /** All that has to be equal besides: its condition and options. */
  readonly rest: string;
  /** Why it has to stay, whatever others there are; null where nothing asks for it. */
  readonly kept: 'constraint' | 'unique' | 'replica identity' | 'partition' | 'clustered' | null;
  /** Whether it finds the rows that refer to another table, which is asked when rows are deleted there. */
  readonly servesForeignKey: boolean;
}

/** All valid indexes, in the order in which they were made. */
export async function readExistingIndexes(client: Client): Promise<readonly ExistingIndex[]> {
  const { rows } = await client.query<ExistingIndex>(`
    select pg_catalog.concat(pg_catalog.quote_ident(n.nspname), '.', pg_catalog.quote_ident(c.relname)) as name,
           pg_catalog.concat(pg_catalog.quote_ident(tn.nspname), '.', pg_catalog.quote_ident(t.relname)) as table,
           pg_catalog.pg_get_indexdef(c.oid) as definition,
           am.amname as method,
           array(
             select pg_catalog.concat_ws(' ', pg_catalog.pg_get_indexdef(c.oid, position, false),
                      i.indclass[position - 1], i.indcollation[position - 1], i.indoption[position - 1])
             from pg_catalog.generate_series(1, i.indnkeyatts) as position
             order by position
           ) as keys,
           array(
             select pg_catalog.pg_get_indexdef(c.oid, position, false)
             from pg_catalog.generate_series(i.indnkeyatts + 1, i.indnatts) as position
             order by position
           ) as include,
           pg_catalog.concat_ws(' ', pg_catalog.pg_get_expr(i.indpred, i.indrelid), c.reloptions::pg_catalog.text) as rest,
           case
             when exists (select from pg_catalog.pg_constraint as k where k.conindid = c.oid and k.contype in ('p', 'u', 'x'))
             then 'constraint'
             when i.indisunique then 'unique'
             when i.indisreplident then 'replica identity'
             when c.relispartition then 'partition'
             when i.indisclustered then 'clustered'
           end as kept,
           exists (
             select from pg_catalog.pg_constraint as k
             where k.conrelid = i.indrelid and k.contype = 'f' and i.indkey[0] = any (k.conkey)
           ) as "servesForeignKey"
    from pg_catalog.pg_index as i
    join pg_catalog.pg_class as c on c.oid = i.indexrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    join pg_catalog.pg_class as t on t.oid = i.indrelid
    join pg_catalog.pg_namespace as tn on tn.oid = t.relnamespace
    join pg_catalog.pg_am as am on am.oid = c.relam
    where ${userSchema('n')} and i.indisvalid
    order by c.oid
  `);
  return rows;
}
