import type { Notes } from '../../catalog-object.ts';
import { qualified } from '../../identifier.ts';
import type { Reader } from '../../reader.ts';
import { type Relation, relationsOf } from '../../relations.ts';
import { optionsOf } from './storage-options.ts';
import { type Table, type TableFacts, tableId } from './table-facts.ts';

export async function readTables(reader: Reader): Promise<void> {
  const relations = await relationsOf(reader);
  const details = new Map((await reader.lean(tables)).map((row) => [row[0], row]));
  const restated = await restatedColumns(reader, relations);
  const notNulls = await inheritedNotNulls(reader, relations);
  const keys = await partitionKeyColumns(reader, relations);
  for (const relation of relations.values()) {
    if (relation.kind !== 'table') continue;
    const [, persistence, method, options, toastOptions, ofType, key, security, forced, tablespace] =
      details.get(relation.oid) ?? [];
    const { oid, schema, name, isPartition } = relation;
    const id = tableId(schema, name);
    const parents = relation.parents.flatMap((each) => relations.get(each) ?? []);
    const [parent] = parents;
    const facts: TableFacts = {
      schema,
      name,
      persistence: persistence === 'u' ? 'unlogged' : 'permanent',
      accessMethod: method ?? null,
      options: { ...optionsOf(listOf(options)), ...optionsOf(listOf(toastOptions), 'toast.') },
      ofType: ofType ?? null,
      inherits: isPartition ? [] : parents.map(nameOf).toSorted(),
      partitionKey: key
        ? { definition: key, columns: (keys.get(oid) ?? []).map(({ name, type }) => ({ name, type })) }
        : null,
      partitionOf: isPartition && parent ? nameOf(parent) : null,
      rowSecurity: security === 't',
      forceRowSecurity: forced === 't',
      tablespace: tablespace ?? null,
    };
    const container = isPartition && parent ? tableId(parent.schema, parent.name) : null;
    const object: Table = { id, kind: 'table', parent: container, facts };
    const notes = {
      restated: restated.get(oid) ?? [],
      inherits: isPartition ? [] : parents.map(nameOf),
      notNulls: notNulls.get(oid) ?? {},
    };
    reader.add(parents.length === 0 ? object : { ...object, notes }, { catalog: 'pg_class', oid: Number(oid) });
    reader.name(name, id);
    // What a table is partitioned by can't change its type, nor be led over to another.
    for (const { typeOid } of keys.get(oid) ?? []) {
      const type = reader.at({ catalog: 'pg_type', oid: typeOid });
      if (type !== undefined) reader.need(id, type);
    }
  }
}

function nameOf({ schema, name }: Relation): string {
  return qualified(schema, name);
}

function listOf(json: string | null | undefined): readonly string[] | null {
  const list: readonly string[] | null = json ? JSON.parse(json) : null;
  return list;
}

/** Columns that a table has from others, and would keep without them. */
export async function restatedColumns(
  reader: Reader,
  relations: ReadonlyMap<string, Relation>,
): Promise<ReadonlyMap<string, NonNullable<Notes['restated']>>> {
  const found = new Map<string, { readonly name: string; readonly position: number }[]>();
  if (![...relations.values()].some(({ parents, isPartition }) => parents.length > 0 && !isPartition)) return found;
  for (const [oid, name, position] of await reader.lean(restated)) {
    if (oid && name) found.set(oid, [...(found.get(oid) ?? []), { name, position: Number(position) }]);
  }
  return found;
}

/** PostgreSQL 18: the names of constraints that columns have from others. */
async function inheritedNotNulls(
  reader: Reader,
  relations: ReadonlyMap<string, Relation>,
): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  const found = new Map<string, Record<string, string>>();
  if (reader.major < 18 || ![...relations.values()].some(({ parents }) => parents.length > 0)) return found;
  for (const [oid, column, name] of await reader.lean(notNulls)) {
    if (oid && column && name) found.set(oid, { ...found.get(oid), [column]: name });
  }
  return found;
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

const restated = `
  select a.attrelid, a.attname, a.attnum
  from pg_catalog.pg_attribute as a
  join pg_catalog.pg_class as c on c.oid = a.attrelid
  where a.attislocal and a.attinhcount > 0 and a.attnum > 0 and not c.relispartition and c.relkind in ('r', 'p', 'f')
  order by a.attrelid, a.attnum
`;

const notNulls = `
  select k.conrelid, a.attname, k.conname
  from pg_catalog.pg_constraint as k
  join pg_catalog.pg_attribute as a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
  where k.contype = 'n' and k.coninhcount > 0 and k.conrelid >= 16384
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
