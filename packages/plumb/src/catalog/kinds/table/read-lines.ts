import type { Notes } from '../../catalog-object.ts';
import { qualified } from '../../identifier.ts';
import type { Reader } from '../../reader.ts';
import type { Relation, Relations } from '../../relations.ts';
import { type TableFacts, tableId } from './table-facts.ts';

/** What a table, foreign or not, has from others. */
export interface Line extends Pick<TableFacts, 'inherits' | 'partitionOf'> {
  /** The id of the table that it is a partition of. */
  readonly container: string | null;
  /** Null where it has nothing from others. */
  readonly notes: Notes | null;
}

export async function readLines(reader: Reader, relations: Relations): Promise<(relation: Relation) => Line> {
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
  relations: Relations,
): Promise<ReadonlyMap<number, NonNullable<Notes['restated']>>> {
  const found = new Map<number, readonly RestatedColumn[]>();
  if (![...relations.values()].some(({ parents, isPartition }) => parents.length > 0 && !isPartition)) return found;
  for (const { relation, ...column } of await reader.rows<RestatedColumn & Part>(restated)) {
    found.set(relation, [...(found.get(relation) ?? []), column]);
  }
  return found;
}

/** PostgreSQL 18: the names of constraints that columns have from others. */
async function inheritedNotNulls(
  reader: Reader,
  relations: Relations,
): Promise<ReadonlyMap<number, Readonly<Record<string, string>>>> {
  const found = new Map<number, Readonly<Record<string, string>>>();
  if (reader.major < 18 || ![...relations.values()].some(({ parents }) => parents.length > 0)) return found;
  for (const { relation, column, name } of await reader.rows<NotNullName & Part>(notNulls)) {
    found.set(relation, { ...found.get(relation), [column]: name });
  }
  return found;
}

interface Part {
  /** Of which table, by oid. */
  readonly relation: number;
}

interface RestatedColumn {
  readonly name: string;
  readonly position: number;
}

interface NotNullName {
  readonly column: string;
  readonly name: string;
}

const restated = `
  select a.attrelid as relation, a.attname as name, a.attnum as position
  from pg_catalog.pg_attribute as a
  join pg_catalog.pg_class as c on c.oid = a.attrelid
  where a.attislocal and a.attinhcount > 0 and a.attnum > 0 and not c.relispartition and c.relkind in ('r', 'p', 'f')
  order by a.attrelid, a.attnum
`;

const notNulls = `
  select k.conrelid as relation, a.attname as column, k.conname as name
  from pg_catalog.pg_constraint as k
  join pg_catalog.pg_attribute as a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
  where k.contype = 'n' and k.coninhcount > 0 and k.conrelid >= 16384
`;
