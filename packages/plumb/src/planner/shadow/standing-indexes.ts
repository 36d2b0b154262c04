import { type Client, DatabaseError } from 'pg';
import { type DatabaseFiles, pageSize } from '../transplant/database-files.ts';
import { writePages } from '../transplant/write-pages.ts';
import { type PredictedIndex, predictIndexes } from './predict-index.ts';

/** An index to be made, under a name of its own. */
export interface IndexToMake {
  readonly name: string;
  /** Qualified. */
  readonly table: string;
  /** `CREATE INDEX` with that name. */
  readonly definition: string;
}

export interface StandingIndex {
  readonly name: string;
  /** With the indexes of partitions. */
  readonly bytes: number;
  /** Levels below the root of a b-tree. */
  readonly height: number;
  /** What plans call it and its partitions. */
  readonly plannedAs: readonly string[];
}

interface MadeIndex {
  readonly oid: string;
  readonly parent: string;
  readonly name: string;
  readonly file: string | null;
  readonly method: string;
}

/** Indexes that are made once, many at a time, and of which plans know those that are shown. */
export class StandingIndexes {
  readonly #client: Client;
  readonly #files: DatabaseFiles;
  readonly #connectAsSuperuser: () => Promise<Client>;
  /** Of a superuser; runs nothing but what stands here. */
  #overseer: Client | null = null;
  /** With those of its partitions. */
  readonly #oids = new Map<string, readonly string[]>();
  #shown = '';

  constructor(client: Client, files: DatabaseFiles, connectAsSuperuser: () => Promise<Client>) {
    this.#client = client;
    this.#files = files;
    this.#connectAsSuperuser = connectAsSuperuser;
  }

  /** Makes indexes, which are hidden at first, and leaves out those that can't be made. */
  async make(indexes: readonly IndexToMake[]): Promise<readonly StandingIndex[]> {
    const byTable = new Map<string, IndexToMake[]>();
    for (const index of indexes) byTable.set(index.table, [...(byTable.get(index.table) ?? []), index]);
    const names: string[] = [];
    for (const [table, ofTable] of byTable) names.push(...(await this.#create(table, ofTable)));
    if (names.length === 0) return [];
    const { rows } = await this.#client.query<MadeIndex>(madeIndexes, [names]);
    const predicted = await predictIndexes(
      this.#client,
      rows.filter(({ file }) => file !== null).map(({ oid }) => oid),
    );
    for (const { oid, file, method } of rows) {
      const pages = predicted.get(oid);
      if (file !== null && pages !== undefined) writePages(this.#files, file, { method, ...pages }, null);
    }
    await this.#client.query(restoreStatistics, [
      JSON.stringify([...predicted].map(([oid, { pages, tuples }]) => ({ oid, pages, tuples }))),
    ]);
    const made = names.map((name) => standing(name, rows, predicted));
    for (const { name } of made) {
      this.#oids.set(
        name,
        rows.filter(({ parent }) => parent === name).map(({ oid }) => oid),
      );
    }
    await (await this.#superuser()).query(hide, [rows.map(({ oid }) => oid)]);
    return made;
  }

  /** Lets plans know these indexes, and of those that were made here no other. */
  async show(names: readonly string[]): Promise<void> {
    const shown = names.flatMap((name) => this.#oids.get(name) ?? []).join();
    if (shown === this.#shown) return;
    const before = new Set(this.#shown.split(','));
    const after = new Set(shown.split(','));
    const changed = [...before, ...after].filter((oid) => oid !== '' && before.has(oid) !== after.has(oid));
    const superuser = await this.#superuser();
    await superuser.query(
      `UPDATE pg_catalog.pg_index SET indisvalid = NOT indisvalid WHERE indexrelid IN (${changed.join()})`,
    );
    this.#shown = shown;
  }

  async close(): Promise<void> {
    await this.#overseer?.end();
  }

  /** Only a superuser writes to `pg_index`. */
  async #superuser(): Promise<Client> {
    if (this.#overseer !== null) return this.#overseer;
    this.#overseer = await this.#connectAsSuperuser();
    await this.#overseer.query("SET search_path = ''");
    return this.#overseer;
  }

  /** `CREATE INDEX` would read the table, which is as long as production's, so that it is cut for that time. */
  async #create(table: string, indexes: readonly IndexToMake[]): Promise<readonly string[]> {
    const { rows: heaps } = await this.#client.query<{ file: string }>(heapFiles, [table]);
    const sizes = heaps.map(({ file }) => [file, this.#files.firstFileBytes(file)] as const);
    const names: string[] = [];
    for (const [file] of sizes) this.#files.cut(file);
    try {
      for (const { name, definition } of indexes) {
        try {
          await this.#client.query(definition);
          names.push(name);
        } catch (error) {
          if (!(error instanceof DatabaseError)) throw error;
        }
      }
    } finally {
      for (const [file, bytes] of sizes) this.#files.restore(file, bytes);
    }
    return names;
  }
}

function standing(
  name: string,
  rows: readonly MadeIndex[],
  predicted: ReadonlyMap<string, PredictedIndex>,
): StandingIndex {
  const own = rows.filter(({ parent }) => parent === name);
  const pages = own.map(({ oid }) => predicted.get(oid)?.pages ?? 0).reduce((sum, each) => sum + each, 0);
  const height = Math.max(0, ...own.map(({ oid }) => predicted.get(oid)?.tree?.height ?? 0));
  return { name, bytes: pages * pageSize, height, plannedAs: own.map((each) => each.name) };
}

const heapFiles = `
  select pg_catalog.pg_relation_filepath(c.oid) as file
  from (
    select $1::pg_catalog.regclass::pg_catalog.oid as relid
    union
    select relid from pg_catalog.pg_partition_tree($1::pg_catalog.regclass)
  ) as family
  join pg_catalog.pg_class as c on c.oid = family.relid
  where c.relkind in ('r', 'm')
`;

/** With those of partitions, each of which has the name of the first as its parent. */
const madeIndexes = `
  select c.oid::pg_catalog.text as oid, top.relname as parent, c.relname as name,
         pg_catalog.pg_relation_filepath(c.oid) as file, am.amname as method
  from pg_catalog.pg_class as top
  cross join lateral (
    select top.oid as relid
    union
    select relid from pg_catalog.pg_partition_tree(top.oid)
  ) as family
  join pg_catalog.pg_class as c on c.oid = family.relid
  join pg_catalog.pg_am as am on am.oid = c.relam
  where top.relname = any ($1) and top.relkind in ('i', 'I')
`;

const restoreStatistics = `
  select pg_catalog.pg_restore_relation_stats('schemaname', n.nspname::pg_catalog.text, 'relname', c.relname::pg_catalog.text,
           'relpages', made.pages, 'reltuples', made.tuples)
  from pg_catalog.json_to_recordset($1) as made (oid pg_catalog.oid, pages pg_catalog.int4, tuples pg_catalog.float4)
  join pg_catalog.pg_class as c on c.oid = made.oid
  join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
`;

/** The planner passes over an index that isn't valid, as it does while one is being built. */
const hide = `update pg_catalog.pg_index set indisvalid = false where indexrelid = any ($1::pg_catalog.oid[])`;
