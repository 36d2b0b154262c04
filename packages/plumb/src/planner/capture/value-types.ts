import type { Client } from 'pg';
import { userSchema } from '../../catalog/user-schema.ts';
import type { ValueType, ValueTypes } from '../anonymity/value-types.ts';

interface TypedColumn extends ValueType {
  readonly schema: string;
  readonly relation: string;
  readonly column: string;
  readonly number: number;
}

/** The types of all columns and index keys. */
export async function readValueTypes(client: Client): Promise<ValueTypes> {
  const { rows } = await client.query<TypedColumn>(columnTypes);
  const { rows: statistics } = await client.query<{ id: string; schema: string; name: string }>(`
    select pg_catalog.json_build_array(n.nspname, e.stxname)::pg_catalog.text as id, tn.nspname as schema, c.relname as name
    from pg_catalog.pg_statistic_ext as e
    join pg_catalog.pg_namespace as n on n.oid = e.stxnamespace
    join pg_catalog.pg_class as c on c.oid = e.stxrelid
    join pg_catalog.pg_namespace as tn on tn.oid = c.relnamespace
  `);
  const byName = new Map(rows.map((row) => [JSON.stringify([row.schema, row.relation, row.column]), row]));
  const firstKeys = new Map(
    rows.filter(({ number }) => number === 1).map((row) => [JSON.stringify([row.schema, row.relation]), row]),
  );
  const tables = new Map(statistics.map(({ id, ...table }) => [JSON.stringify(JSON.parse(id)), table]));
  return {
    of: (schema, relation, column) => byName.get(JSON.stringify([schema, relation, column])),
    ofFirstKey: (schema, index) => firstKeys.get(JSON.stringify([schema, index])),
    tableOf: (schema, name) => tables.get(JSON.stringify([schema, name])),
  };
}

const columnTypes = `
  select n.nspname as schema, c.relname as relation, a.attname as column, a.attnum::pg_catalog.int4 as number,
         case when r.rngsubtype is not null then 'range' when v.typcategory = 'A' then 'array' else 'value' end as shape,
         case
           when b.typtype = 'e' then 'enum'
           when b.typname = 'citext' or b.typnamespace = 'pg_catalog'::pg_catalog.regnamespace then b.typname
         end as name,
         case when b.typname = 'numeric' and m.modifier > 0
           then ((m.modifier - 4) >> 16 & 65535) - ((m.modifier - 4) & 2047)
         end as digits
  from pg_catalog.pg_attribute as a
  join pg_catalog.pg_class as c on c.oid = a.attrelid
  join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
  join pg_catalog.pg_type as t on t.oid = a.atttypid
  join pg_catalog.pg_type as v on v.oid = case when t.typtype = 'd' then t.typbasetype else t.oid end
  left join pg_catalog.pg_range as r on r.rngtypid = v.oid
  join pg_catalog.pg_type as e
    on e.oid = coalesce(r.rngsubtype, case when v.typcategory = 'A' and v.typelem <> 0 then v.typelem else v.oid end)
  join pg_catalog.pg_type as b on b.oid = case when e.typtype = 'd' then e.typbasetype else e.oid end
  cross join lateral (select greatest(a.atttypmod, t.typtypmod, e.typtypmod) as modifier) as m
  where ${userSchema('n')} and c.relkind in ('r', 'm', 'p', 'f', 'i', 'I') and a.attnum > 0 and not a.attisdropped
`;
