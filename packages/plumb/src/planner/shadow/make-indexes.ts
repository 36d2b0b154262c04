import type { Client } from 'pg';
import type { DatabaseFiles } from '../transplant/database-files.ts';
import { restoreSizes } from '../transplant/restore-statistics.ts';
import type { Overseer } from './overseer.ts';

interface Heap {
  readonly oid: string;
  readonly relpages: number;
  readonly reltuples: number;
  readonly allVisible: number;
  /** Null where it has no rows of its own. */
  readonly file: string | null;
}

export interface Workshop {
  readonly client: Client;
  readonly files: DatabaseFiles;
  readonly overseer: Overseer;
  readonly major: number;
}

/**
 * Makes indexes of a table that is as long as production's: CREATE INDEX would read it, so that it is cut for that time.
 * Before 18, it also notes in the catalogue how long it found the table, and that note outlives a rollback.
 */
export async function makeIndexes(
  { client, files, overseer, major }: Workshop,
  table: string,
  make: () => Promise<void>,
): Promise<void> {
  const { rows } = await client.query<Heap>(heaps, [table]);
  const cut = rows.flatMap(({ file }) => (file === null ? [] : [[file, files.firstFileBytes(file)] as const]));
  for (const [file] of cut) files.cut(file);
  try {
    await make();
  } finally {
    for (const [file, bytes] of cut) files.restore(file, bytes);
  }
  if (major < 18) await restoreSizes(await overseer.client(), rows);
}

const heaps = `
  select c.oid::pg_catalog.text as oid, c.relpages, c.reltuples, c.relallvisible as "allVisible",
         case when c.relkind in ('r', 'm') then pg_catalog.pg_relation_filepath(c.oid) end as file
  from (
    select $1::pg_catalog.regclass::pg_catalog.oid as relid
    union
    select relid from pg_catalog.pg_partition_tree($1::pg_catalog.regclass)
  ) as family
  join pg_catalog.pg_class as c on c.oid = family.relid
`;
