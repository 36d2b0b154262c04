import type { Address } from '../../address-map.ts';
import type { Reader } from '../../reader.ts';

export interface PartPhrase {
  /** As COMMENT ON names it; null for what isn't a part. */
  readonly phrase: string | null;
  /** The relation that it is in, by oid. */
  readonly carrier: number | null;
}

/** How COMMENT ON names what may be a part of an object, one for each address. */
export async function readPartPhrases(reader: Reader, addresses: readonly Address[]): Promise<readonly PartPhrase[]> {
  if (addresses.length === 0) return [];
  return reader.rows<PartPhrase>(sql, [
    addresses.map(({ catalog }) => catalog),
    addresses.map(({ oid }) => oid),
    addresses.map(({ column }) => column ?? 0),
  ]);
}

const sql = `
  select
    case d.catalog
      when 'pg_class' then
        case
          when d.number > 0 then pg_catalog.format('COLUMN %I.%I.%I', n.nspname, c.relname, a.attname)
          when c.relkind in ('i', 'I') then pg_catalog.format('INDEX %I.%I', n.nspname, c.relname)
          when c.relkind = 'S' then pg_catalog.format('SEQUENCE %I.%I', n.nspname, c.relname)
        end
      when 'pg_constraint' then
        case
          when k.contypid = 0 then pg_catalog.format('CONSTRAINT %I ON %s', k.conname, k.conrelid::regclass)
          else pg_catalog.format('CONSTRAINT %I ON DOMAIN %s', k.conname, k.contypid::regtype)
        end
      when 'pg_trigger' then pg_catalog.format('TRIGGER %I ON %s', g.tgname, g.tgrelid::regclass)
      when 'pg_type' then pg_catalog.format('TYPE %s', d.oid::regtype)
      when 'pg_proc' then pg_catalog.format('FUNCTION %s', d.oid::regprocedure)
    end as phrase,
    coalesce(i.indrelid, nullif(k.conrelid, 0), g.tgrelid, c.oid) as carrier
  from unnest($1::text[], $2::oid[], $3::integer[]) with ordinality as d (catalog, oid, number, position)
  left join pg_catalog.pg_class as c on d.catalog = 'pg_class' and c.oid = d.oid
  left join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
  left join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum = d.number
  left join pg_catalog.pg_index as i on i.indexrelid = c.oid
  left join pg_catalog.pg_constraint as k on d.catalog = 'pg_constraint' and k.oid = d.oid
  left join pg_catalog.pg_trigger as g on d.catalog = 'pg_trigger' and g.oid = d.oid
  order by d.position
`;
