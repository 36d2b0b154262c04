import type { Client } from 'pg';
import type { BenchWorkload } from './workloads/workload.ts';

export interface BuiltIndex {
  readonly oid: string;
  readonly definition: string;
  readonly table: string;
  readonly columns: readonly string[];
  readonly bytes: number;
}

/** Indexes that are really built on rows, and of which plans know those that are shown. */
export class BuiltIndexes {
  /** How many plans were made. */
  calls = 0;
  readonly #client: Client;
  readonly #queries: BenchWorkload['queries'];
  readonly #built = new Map<string, BuiltIndex>();
  readonly #costs = new Map<string, number>();

  constructor(client: Client, queries: BenchWorkload['queries']) {
    this.#client = client;
    this.#queries = queries;
  }

  async build(table: string, columns: readonly string[]): Promise<BuiltIndex> {
    return this.buildAs(`create index on ${table} (${columns.join(', ')})`, table, columns);
  }

  async buildAs(definition: string, table: string, columns: readonly string[]): Promise<BuiltIndex> {
    const known = this.#built.get(definition);
    if (known !== undefined) return known;
    await this.#client.query(definition);
    const { rows } = await this.#client.query<{ oid: string; bytes: string }>(`
      update pg_index set indisvalid = false where indexrelid = (select max(indexrelid::int8)::oid from pg_index)
      returning indexrelid as oid, pg_relation_size(indexrelid) as bytes
    `);
    const [{ oid, bytes } = { oid: '', bytes: '' }] = rows;
    const built = { oid, definition, table, columns, bytes: Number(bytes) };
    this.#built.set(definition, built);
    return built;
  }

  /** What the workload costs with these indexes. */
  async cost(indexes: readonly BuiltIndex[]): Promise<number> {
    let sum = 0;
    for (const [at, { sql, weight }] of this.#queries.entries()) {
      const relevant = indexes.filter(({ table, columns: [column = ''] }) =>
        [table.replace('public.', ''), column].every((name) => new RegExp(`\\b${name}\\b`).test(sql)),
      );
      const key = `${at} ${relevant.map(({ oid }) => oid).sort()}`;
      const cost = this.#costs.get(key) ?? (await this.#plan(sql, relevant));
      this.#costs.set(key, cost);
      sum += cost * weight;
    }
    return sum;
  }

  async #plan(sql: string, shown: readonly BuiltIndex[]): Promise<number> {
    this.calls += 1;
    const all = [...this.#built.values()].map(({ oid }) => oid);
    if (all.length > 0) {
      await this.#client.query(
        'update pg_index set indisvalid = not indisvalid where indexrelid = any ($1) and indisvalid <> (indexrelid = any ($2))',
        [all, shown.map(({ oid }) => oid)],
      );
    }
    const { rows } = await this.#client.query(`explain (format json) ${sql}`);
    return rows[0]['QUERY PLAN'][0].Plan['Total Cost'];
  }
}
