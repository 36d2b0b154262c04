import type { Client } from 'pg';
import { Problem } from '../../contract/problem.ts';
import { splitStatements } from '../../sql/split-statements.ts';
import { pageSize } from '../transplant/database-files.ts';
import { writePages } from '../transplant/write-pages.ts';
import { makeIndexes, type Workshop } from './make-indexes.ts';
import type { PlannerSession } from './planner-session.ts';
import { predictIndex } from './predict-index.ts';

/** A real index on tables without rows, with the pages that it would have in production. */
export interface HypotheticalIndex {
  /** As plans call it, and by which it is told from others: `public.orders_customer_idx`. */
  readonly name: string;
  /** Without its schema. */
  readonly shortName: string;
  readonly table: string;
  readonly definition: string;
  /** With the indexes of partitions, if it is one of a partitioned table. */
  readonly bytes: number;
}

interface MadeIndex {
  readonly oid: string;
  readonly name: string;
  readonly shortName: string;
  readonly table: string;
  readonly file: string | null;
  readonly method: string;
}

/** Makes indexes for the time of some work. */
export class HypotheticalIndexes {
  readonly #session: PlannerSession;
  readonly #workshop: Workshop;

  constructor(session: PlannerSession, workshop: Workshop) {
    this.#session = session;
    this.#workshop = workshop;
  }

  during<Result>(
    definitions: readonly string[],
    work: (indexes: readonly HypotheticalIndex[]) => Promise<Result>,
  ): Promise<Result> {
    return this.#session.within(async (client) => {
      const made: HypotheticalIndex[] = [];
      for (const definition of definitions) made.push(await this.#make(client, definition));
      return work(made);
    });
  }

  async #make(client: Client, definition: string): Promise<HypotheticalIndex> {
    const { sql, table } = await readDefinition(definition);
    const { rows: before } = await client.query<{ oid: string }>(indexOids, [table]);
    await makeIndexes({ ...this.#workshop, client }, table, async () => void (await client.query(sql)));
    const { rows } = await client.query<MadeIndex>(newIndexes, [table, before.map(({ oid }) => oid)]);
    let pages = 0;
    for (const index of rows) {
      if (index.file === null) continue;
      const predicted = await predictIndex(client, index.oid);
      pages += predicted.pages;
      writePages(this.#workshop.files, index.file, { method: index.method, ...predicted }, null);
      // before, the planner reckons the rows of a partial index from its pages
      if (this.#workshop.major < 18) continue;
      await client.query(
        `select pg_catalog.pg_restore_relation_stats('schemaname', n.nspname::pg_catalog.text, 'relname', c.relname::pg_catalog.text,
                  'relpages', $2::pg_catalog.int4, 'reltuples', $3::pg_catalog.float4)
         from pg_catalog.pg_class as c join pg_catalog.pg_namespace as n on n.oid = c.relnamespace where c.oid = $1`,
        [index.oid, predicted.pages, predicted.tuples],
      );
    }
    const [first] = rows;
    if (first === undefined) throw new Problem('SQL_FAILED', `This made no index: ${definition}`);
    const { name, shortName } = first;
    return { name, shortName, table: first.table, definition, bytes: pages * pageSize };
  }
}

/** The statement as it can be run in a transaction, and the table, by the name that it is called by there. */
async function readDefinition(definition: string): Promise<{ sql: string; table: string }> {
  const split = await splitStatements({ name: '<index>', text: definition });
  const [statement, another] = split.statements ?? [];
  const tree = statement?.tree ?? null;
  if (statement === undefined || another !== undefined || tree === null || !('IndexStmt' in tree)) {
    throw new Problem('USAGE', `This is no CREATE INDEX: ${definition}`);
  }
  const { schemaname, relname = '' } = tree.IndexStmt.relation ?? {};
  const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
  return {
    sql: statement.text.replace(/^(\s*create\s+(?:unique\s+)?index\s+)concurrently\s+/i, '$1'),
    table: schemaname === undefined ? quote(relname) : `${quote(schemaname)}.${quote(relname)}`,
  };
}

const family = `
  select $1::pg_catalog.regclass::pg_catalog.oid as relid
  union
  select relid from pg_catalog.pg_partition_tree($1::pg_catalog.regclass)
`;

const indexOids = `
  select i.indexrelid::pg_catalog.text as oid
  from (${family}) as family
  join pg_catalog.pg_index as i on i.indrelid = family.relid
`;

/** The table's own first. */
const newIndexes = `
  select c.oid::pg_catalog.text as oid, pg_catalog.format('%I.%I', n.nspname, c.relname) as name,
         c.relname as "shortName", pg_catalog.format('%I.%I', n.nspname, t.relname) as table,
         pg_catalog.pg_relation_filepath(c.oid) as file, am.amname as method
  from (${family}) as family
  join pg_catalog.pg_index as i on i.indrelid = family.relid
  join pg_catalog.pg_class as c on c.oid = i.indexrelid
  join pg_catalog.pg_class as t on t.oid = i.indrelid
  join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
  join pg_catalog.pg_am as am on am.oid = c.relam
  where i.indexrelid <> all ($2::pg_catalog.oid[])
  order by i.indrelid <> $1::pg_catalog.regclass
`;
