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

export async function readIndexColumns(reader: Reader): Promise<ReadonlyMap<string, IndexColumns>> {
  const found = new Map<string, { statistics: Record<string, number>; hasOptions: boolean; names?: string[] }>();
  for (const [index, number, relkind, name, target, hasOptions] of await reader.lean(sql)) {
    if (!index || !number || !name) continue;
    const columns = found.get(index) ?? { statistics: {}, hasOptions: false };
    found.set(index, columns);
    if (target && Number(target) >= 0) columns.statistics[number] = Number(target);
    if (hasOptions === 't') columns.hasOptions = true;
    if (relkind === 'I') columns.names = [...(columns.names ?? []), name];
  }
  return found;
}

const sql = `
  select a.attrelid, a.attnum, c.relkind, a.attname, a.attstattarget, a.attoptions is not null
  from pg_catalog.pg_attribute as a
  join pg_catalog.pg_class as c on c.oid = a.attrelid
  where a.attrelid >= 16384
    and (c.relkind = 'I' or c.relkind = 'i' and (a.attstattarget >= 0 or a.attoptions is not null))
  order by a.attrelid, a.attnum
`;
