import type { Catalog } from '../../catalog/catalog-object.ts';
import { identifier, qualified } from '../../catalog/identifier.ts';
import type { Deferral } from '../../catalog/kinds/constraint/constraint-facts.ts';
import type { IndexBody } from '../../catalog/kinds/index/index-facts.ts';
import { keysOf } from './constraints-of.ts';
import { grouped } from './grouped.ts';
import { factsOf } from './objects-of.ts';

/** An index, be it one of its own or that of a key. */
export interface TableIndex extends IndexBody {
  readonly schema: string;
  readonly name: string;
  readonly path: string;
  /** Qualified. */
  readonly table: string;
  readonly unique: boolean;
  /** What it stands for, where it isn't an index of its own. */
  readonly key: 'primary key' | 'unique' | null;
  readonly deferral: Deferral | null;
  readonly partitioned: boolean;
  readonly valid: boolean;
}

/** Usable indexes by their table, without those of partitions that come from the partitioned table. */
export function indexesByTable(catalog: Catalog): ReadonlyMap<string, readonly TableIndex[]> {
  const own = factsOf(catalog, 'index')
    .filter(({ partitionOf }) => partitionOf === null)
    .map((facts): TableIndex => {
      const [path, table] = [qualified(facts.schema, facts.name), qualified(facts.schema, facts.table)];
      return { ...facts, path, table, key: null, deferral: null, partitioned: facts.relation === 'partitioned-table' };
    });
  const keys = keysOf(catalog)
    .filter(({ partitionOf }) => partitionOf === null)
    .map((facts): TableIndex => {
      const [path, table] = [qualified(facts.schema, facts.name), qualified(facts.schema, facts.table)];
      return { ...facts, path, table, key: facts.type, unique: true };
    });
  return grouped(
    [...keys, ...own].filter(({ valid }) => valid),
    ({ table }) => table,
  );
}

/** The column that a key of an index is; null where it is an expression. */
export function columnOfKey(key: string): string | null {
  const [, quoted, plain] = /^(?:"((?:[^"]|"")+)"|([a-z_][a-z0-9_$]*))(?: |$)/.exec(key) ?? [];
  return quoted?.replaceAll('""', '"') ?? plain ?? null;
}

/** SQL that takes it away; a partitioned table's can't be dropped without locking. */
export function dropOf({ table, name, path, key, partitioned }: TableIndex): string {
  if (key !== null) return `ALTER TABLE ${table} DROP CONSTRAINT ${identifier(name)};`;
  return `DROP INDEX ${partitioned ? '' : 'CONCURRENTLY '}${path};`;
}
