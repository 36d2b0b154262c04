import type { Notes } from '../../catalog-object.ts';
import { qualified } from '../../identifier.ts';
import type { Reader } from '../../reader.ts';
import type { Relation } from '../../relations.ts';
import { type TableFacts, tableId } from './table-facts.ts';

/** What a table, foreign or not, has from others. */
export interface Line extends Pick<TableFacts, 'inherits' | 'partitionOf'> {
  /** The id of the table that it is a partition of. */
  readonly container: string | null;
  /** Null where it has nothing from others. */
  readonly notes: Notes | null;
}

export async function readLines(
  reader: Reader,
  relations: ReadonlyMap<string, Relation>,
): Promise<(relation: Relation) => Line> {
  const restated = await restatedColumns(reader, relations);
  const notNulls = await inheritedNotNulls(reader, relations);
  return ({ oid, isPartition, parents: oids }) => {
    const parents = oids.flatMap((each) => relations.get(each) ?? []);
    const [parent] = parents;
    const names = isPartition ? [] : parents.map(nameOf);
    const notes = { restated: restated.get(oid) ?? [], inherits: names, notNulls: notNulls.get(oid) ?? {} };
    return {
      inherits: names.toSorted(),
      partitionOf: isPartition && parent ? nameOf(parent) : null,
      container: isPartition && parent ? tableId(parent.schema, parent.name) : null,
      notes: parents.length === 0 ? null : notes,
    };
  };
}

function nameOf({ schema, name }: Relation): string {
  return qualified(schema, name);
}

/** Columns that a table has from others, and would keep without them. */
async function restatedColumns(
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
