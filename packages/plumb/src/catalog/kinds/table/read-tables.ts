import type { Reader } from '../../reader.ts';
import { type Relations, relationsOf } from '../../relations.ts';
import { readLines } from './read-lines.ts';
import { optionsOf } from './storage-options.ts';
import { type Table, type TableFacts, tableId } from './table-facts.ts';

export async function readTables(reader: Reader): Promise<void> {
  const relations = await relationsOf(reader);
  const details = new Map((await reader.gathered<Row>(tables)).map((row) => [row.oid, row]));
  const lineOf = await readLines(reader, relations);
  const keys = await partitionKeyColumns(reader, relations);
  for (const relation of relations.values()) {
    if (relation.kind !== 'table') continue;
    const row = details.get(relation.oid);
    if (row === undefined) continue;
    const { oid, schema, name } = relation;
    const id = tableId(schema, name);
    const { inherits, partitionOf, container, notes } = lineOf(relation);
    const facts: TableFacts = {
      schema,
      name,
      persistence: row.persistence === 'u' ? 'unlogged' : 'permanent',
      accessMethod: row.accessMethod,
      options: { ...optionsOf(row.options), ...optionsOf(row.toastOptions, 'toast.') },
      ofType: row.ofType,
      inherits,
      partitionKey: row.partitionKey
        ? { definition: row.partitionKey, columns: (keys.get(oid) ?? []).map(({ name, type }) => ({ name, type })) }
        : null,
      partitionOf,
      rowSecurity: row.rowSecurity,
      forceRowSecurity: row.forceRowSecurity,
      tablespace: row.tablespace,
    };
    const object: Table = { id, kind: 'table', parent: container, facts };
    reader.add(notes === null ? object : { ...object, notes }, { catalog: 'pg_class', oid });
    reader.name(name, id);
    // What a table is partitioned by can't change its type, nor be led over to another.
    for (const { typeOid } of keys.get(oid) ?? []) {
      const type = reader.at({ catalog: 'pg_type', oid: typeOid });
      if (type !== undefined) reader.need(id, type);
    }
  }
}

/** The columns by which tables are partitioned. */
export async function partitionKeyColumns(
  reader: Reader,
  relations: Relations,
): Promise<ReadonlyMap<number, readonly KeyColumn[]>> {
  const found = new Map<number, KeyColumn[]>();
  if (![...relations.values()].some(({ partitioned }) => partitioned)) return found;
  for (const row of await reader.rows<KeyColumn & { readonly relation: number }>(keyColumns)) {
    found.set(row.relation, [...(found.get(row.relation) ?? []), row]);
  }
  return found;
}

interface KeyColumn {
  readonly name: string;
  readonly type: string;
  readonly typeOid: number;
}

interface Row extends Pick<TableFacts, 'accessMethod' | 'ofType' | 'rowSecurity' | 'forceRowSecurity' | 'tablespace'> {
  readonly oid: number;
  readonly persistence: string;
  readonly options: readonly string[] | null;
  readonly toastOptions: readonly string[] | null;
  readonly partitionKey: string | null;
}

const tables = `
  select
    json_agg(c.oid::bigint) as oid,
    json_agg(c.relpersistence) as persistence,
    json_agg(nullif(m.amname, 'heap')) as "accessMethod",
    json_agg(c.reloptions) as options,
    json_agg(t.reloptions) as "toastOptions",
    json_agg(case when c.reloftype <> 0 then pg_catalog.format_type(c.reloftype, null) end) as "ofType",
    json_agg(case when c.relkind = 'p' then pg_catalog.pg_get_partkeydef(c.oid) end) as "partitionKey",
    json_agg(c.relrowsecurity) as "rowSecurity",
    json_agg(c.relforcerowsecurity) as "forceRowSecurity",
    json_agg(s.spcname) as tablespace
  from pg_catalog.pg_class as c
  left join pg_catalog.pg_class as t on t.oid = c.reltoastrelid
  left join pg_catalog.pg_am as m on m.oid = c.relam
  left join pg_catalog.pg_tablespace as s on s.oid = c.reltablespace
  where c.relkind in ('r', 'p')
`;

/** A column of a partition key depends on its table as a part of it. */
const keyColumns = `
  select
    a.attrelid as relation,
    a.attname as name,
    pg_catalog.format_type(a.atttypid, a.atttypmod) as type,
    a.atttypid as "typeOid"
  from pg_catalog.pg_depend as d
  join pg_catalog.pg_attribute as a on a.attrelid = d.objid and a.attnum = d.objsubid
  where d.classid = 'pg_catalog.pg_class'::regclass
    and d.refclassid = 'pg_catalog.pg_class'::regclass
    and d.objid = d.refobjid
    and d.objsubid > 0
    and d.refobjsubid = 0
    and d.deptype = 'i'
  order by a.attrelid, a.attnum
`;
