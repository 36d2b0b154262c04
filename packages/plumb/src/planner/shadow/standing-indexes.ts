import { DatabaseError } from 'pg';
import { pageSize } from '../transplant/database-files.ts';
import { writePages } from '../transplant/write-pages.ts';
import { storeExpressionStatistics } from './expression-statistics.ts';
import { makeIndexes, type Workshop } from './make-indexes.ts';
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
  readonly #workshop: Workshop;
  /** With those of its partitions. */
  readonly #oids = new Map<string, readonly string[]>();
  #shown = '';

  constructor(workshop: Workshop) {
    this.#workshop = workshop;
  }

  /** Makes indexes, which are hidden at first, and leaves out those that can't be made. */
  async make(indexes: readonly IndexToMake[]): Promise<readonly StandingIndex[]> {
    const { client, files, overseer } = this.#workshop;
    const byTable = new Map<string, IndexToMake[]>();
    for (const index of indexes) byTable.set(index.table, [...(byTable.get(index.table) ?? []), index]);
    const names: string[] = [];
    for (const [table, ofTable] of byTable) names.push(...(await this.#create(table, ofTable)));
    if (names.length === 0) return [];
    const { rows } = await client.query<MadeIndex>(madeIndexes, [names]);
    const predicted = await predictIndexes(
      client,
      rows.filter(({ file }) => file !== null).map(({ oid }) => oid),
    );
    for (const { oid, file, method } of rows) {
      const pages = predicted.get(oid);
      if (file !== null && pages !== undefined) writePages(files, file, { method, ...pages }, null);
    }
    await (await overseer.client()).query(restoreStatistics, [
      JSON.stringify([...predicted].map(([oid, { pages, tuples }]) => ({ oid, pages, tuples }))),
    ]);
    await storeExpressionStatistics(await overseer.client(), predicted);
    const made = names.map((name) => standing(name, rows, predicted));
    for (const { name } of made) {
      this.#oids.set(
        name,
        rows.filter(({ parent }) => parent === name).map(({ oid }) => oid),
      );
    }
    await (await overseer.client()).query(hide, [rows.map(({ oid }) => oid)]);
    return made;
  }

  /** Lets plans know these indexes, and of those that were made here no other. */
  async show(names: readonly string[]): Promise<void> {
    const shown = names.flatMap((name) => this.#oids.get(name) ?? []).join();
    if (shown === this.#shown) return;
    const before = new Set(this.#shown.split(','));
    const after = new Set(shown.split(','));
    const changed = [...before, ...after].filter((oid) => oid !== '' && before.has(oid) !== after.has(oid));
    const superuser = await this.#workshop.overseer.client();
    await superuser.query(
      `UPDATE pg_catalog.pg_index SET indisvalid = NOT indisvalid WHERE indexrelid IN (${changed.join()})`,
    );
    this.#shown = shown;
  }

  /** Hides indexes that were there before, by their qualified names, for as long as the shadow is. */
  async hide(names: readonly string[]): Promise<void> {
    const superuser = await this.#workshop.overseer.client();
    await superuser.query(
      'UPDATE pg_catalog.pg_index SET indisvalid = false WHERE indexrelid = ANY ($1::pg_catalog.regclass[])',
      [names],
    );
  }

  async #create(table: string, indexes: readonly IndexToMake[]): Promise<readonly string[]> {
    const names: string[] = [];
    await makeIndexes(this.#workshop, table, async () => {
      for (const { name, definition } of indexes) {
        try {
          await this.#workshop.client.query(definition);
          names.push(name);
        } catch (error) {
          if (!(error instanceof DatabaseError)) throw error;
        }
      }
    });
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
  update pg_catalog.pg_class as c
  set relpages = made.pages, reltuples = made.tuples
  from pg_catalog.json_to_recordset($1) as made (oid pg_catalog.oid, pages pg_catalog.int4, tuples pg_catalog.float4)
  where c.oid = made.oid
`;

/** The planner passes over an index that isn't valid, as it does while one is being built. */
const hide = `update pg_catalog.pg_index set indisvalid = false where indexrelid = any ($1::pg_catalog.oid[])`;
