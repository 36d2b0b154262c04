import type { Reader } from '../../reader.ts';
import { type Relation, relationsOf } from '../../relations.ts';
import { readLines } from './read-lines.ts';
import { optionsOf } from './storage-options.ts';
import { type Table, type TableFacts, tableId } from './table-facts.ts';

export async function readTables(reader: Reader): Promise<void> {
  const relations = await relationsOf(reader);
  const details = new Map((await reader.lean(tables)).map((row) => [row[0], row]));
  const lineOf = await readLines(reader, relations);
  const keys = await partitionKeyColumns(reader, relations);
  for (const relation of relations.values()) {
    if (relation.kind !== 'table') continue;
    const [, persistence, method, options, toastOptions, ofType, key, security, forced, tablespace] =
      details.get(relation.oid) ?? [];
    const { oid, schema, name } = relation;
    const id = tableId(schema, name);
    const { inherits, partitionOf, container, notes } = lineOf(relation);
    const facts: TableFacts = {
      schema,
      name,
      persistence: persistence === 'u' ? 'unlogged' : 'permanent',
      accessMethod: method ?? null,
      options: { ...optionsOf(listOf(options)), ...optionsOf(listOf(toastOptions), 'toast.') },
      ofType: ofType ?? null,
      inherits,
      partitionKey: key
        ? { definition: key, columns: (keys.get(oid) ?? []).map(({ name, type }) => ({ name, type })) }
        : null,
      partitionOf,
      rowSecurity: security === 't',
      forceRowSecurity: forced === 't',
      tablespace: tablespace ?? null,
    };
    const object: Table = { id, kind: 'table', parent: container, facts };
    reader.add(notes === null ? object : { ...object, notes }, { catalog: 'pg_class', oid: Number(oid) });
    reader.name(name, id);
    // What a table is partitioned by can't change its type, nor be led over to another.
    for (const { typeOid } of keys.get(oid) ?? []) {
      const type = reader.at({ catalog: 'pg_type', oid: typeOid });
      if (type !== undefined) reader.need(id, type);
    }
  }
}

function listOf(json: string | null | undefined): readonly string[] | null {
  const list: readonly string[] | null = json ? JSON.parse(json) : null;
  return list;
}

/** The columns by which tables are partitioned. */
export async function partitionKeyColumns(
  reader: Reader,
  relations: ReadonlyMap<string, Relation>,
): Promise<ReadonlyMap<string, readonly KeyColumn[]>> {
  const found = new Map<string, KeyColumn[]>();
  if (![...relations.values()].some(({ partitioned }) => partitioned)) return found;
  for (const [oid, name, type, typeOid] of await reader.lean(keyColumns)) {
    if (oid && name && type) found.set(oid, [...(found.get(oid) ?? []), { name, type, typeOid: Number(typeOid) }]);
  }
  return found;
}

interface KeyColumn {
  readonly name: string;
  readonly type: string;
  readonly typeOid: number;
}

const tables = `
  select
    c.oid,
    c.relpersistence,
    nullif(m.amname, 'heap'),
    case when c.reloptions is not null then pg_catalog.to_json(c.reloptions) end,
    case when t.reloptions is not null then pg_catalog.to_json(t.reloptions) end,
    case when c.reloftype <> 0 then pg_catalog.format_type(c.reloftype, null) end,
    case when c.relkind = 'p' then pg_catalog.pg_get_partkeydef(c.oid) end,
    c.relrowsecurity,
    c.relforcerowsecurity,
    s.spcname
  from pg_catalog.pg_class as c
  left join pg_catalog.pg_class as t on t.oid = c.reltoastrelid
  left join pg_catalog.pg_am as m on m.oid = c.relam
  left join pg_catalog.pg_tablespace as s on s.oid = c.reltablespace
  where c.relkind in ('r', 'p')
`;

/** A column of a partition key depends on its table as a part of it. */
const keyColumns = `
  select a.attrelid, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), a.atttypid
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
