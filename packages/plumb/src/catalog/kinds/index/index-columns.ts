import type { Reader } from '../../reader.ts';

/** What is kept with the columns of an index itself. */
export interface IndexColumns {
  /** Statistics targets by the column's number. */
  readonly statistics: Readonly<Record<string, number>>;
  /** Whether an operator class was given options. */
  readonly hasOptions: boolean;
  /** Names of the columns, where the index is of a partitioned table: they are taken over into partitions' indexes. */
  readonly names?: readonly string[];
}

export async function readIndexColumns(reader: Reader): Promise<ReadonlyMap<number, IndexColumns>> {
  const found = new Map<number, { statistics: Record<string, number>; hasOptions: boolean; names?: string[] }>();
  for (const { index, number, ofPartitioned, name, target, hasOptions } of await reader.rows<Row>(sql)) {
    const columns = found.get(index) ?? { statistics: {}, hasOptions: false };
    found.set(index, columns);
    if (target !== null && target >= 0) columns.statistics[number] = target;
    if (hasOptions) columns.hasOptions = true;
    if (ofPartitioned) columns.names = [...(columns.names ?? []), name];
  }
  return found;
}

interface Row {
  readonly index: number;
  readonly number: number;
  readonly ofPartitioned: boolean;
  readonly name: string;
  readonly target: number | null;
  readonly hasOptions: boolean;
}

const sql = `
  select
    a.attrelid as index,
    a.attnum as number,
    c.relkind = 'I' as "ofPartitioned",
    a.attname as name,
    a.attstattarget as target,
    a.attoptions is not null as "hasOptions"
  from pg_catalog.pg_attribute as a
  join pg_catalog.pg_class as c on c.oid = a.attrelid
  where a.attrelid >= 16384
    and (c.relkind = 'I' or c.relkind = 'i' and (a.attstattarget >= 0 or a.attoptions is not null))
  order by a.attrelid, a.attnum
`;
