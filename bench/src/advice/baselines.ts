import type { Client } from 'pg';
import type { BuiltIndex, BuiltIndexes } from './built-indexes.ts';
import type { BenchWorkload } from './workloads/workload.ts';

/** The columns of each table that some query names. */
async function namedColumns(
  client: Client,
  { queries }: BenchWorkload,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await client.query<{ table: string; column: string }>(`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and data_type <> 'jsonb' order by ordinal_position
  `);
  const found = new Map<string, string[]>();
  for (const { table, column } of rows) {
    const isNamed = queries.some(
      ({ sql }) =>
        new RegExp(`\\b${table}\\b`).test(sql) &&
        new RegExp(`\\b${column}\\b`).test(sql.replace(/^select .*? from/, '')),
    );
    if (isNamed) found.set(table, [...(found.get(table) ?? []), column]);
  }
  return found;
}

/** As advisors over HypoPG do it: an index on each column that is named, or also on each two that a query names together. */
export async function simpleCandidates(
  client: Client,
  workload: BenchWorkload,
  built: BuiltIndexes,
  pairs: boolean,
): Promise<readonly BuiltIndex[]> {
  const candidates: BuiltIndex[] = [];
  for (const [table, columns] of await namedColumns(client, workload)) {
    for (const column of columns) candidates.push(await built.build(table, [column]));
    if (!pairs) continue;
    for (const one of columns) {
      for (const other of columns) {
        const together = workload.queries.some(({ sql }) =>
          [table, one, other].every((name) => new RegExp(`\\b${name}\\b`).test(sql)),
        );
        if (one !== other && together) candidates.push(await built.build(table, [one, other]));
      }
    }
  }
  return candidates;
}

/** Ends a search that takes too long; what it has by then is its answer. */
export type IsOver = () => boolean;

/** Takes the index that saves most, again and again, until none saves anything or fits. */
export async function greedy(
  candidates: readonly BuiltIndex[],
  budget: number,
  built: BuiltIndexes,
  isOver: IsOver,
): Promise<readonly BuiltIndex[]> {
  const chosen: BuiltIndex[] = [];
  let left = budget;
  let cost = await built.cost([]);
  for (;;) {
    let best: BuiltIndex | null = null;
    let least = cost;
    for (const each of candidates) {
      if (isOver()) return chosen;
      if (each.bytes > left || chosen.includes(each)) continue;
      const then = await built.cost([...chosen, each]);
      if (then >= least) continue;
      least = then;
      best = each;
    }
    if (best === null) return chosen;
    chosen.push(best);
    left -= best.bytes;
    cost = least;
  }
}

/** Extend: adds an index on one column, or a column to an index that it has, whatever saves most by the byte. */
export async function extend(
  singles: readonly BuiltIndex[],
  budget: number,
  built: BuiltIndexes,
  isOver: IsOver,
): Promise<readonly BuiltIndex[]> {
  let chosen: readonly BuiltIndex[] = [];
  let cost = await built.cost([]);
  for (;;) {
    let best: readonly BuiltIndex[] | null = null;
    let most = 0;
    let least = cost;
    const size = bytesOf(chosen);
    for (const next of await steps(chosen, singles, built)) {
      if (isOver()) return chosen;
      const bytes = bytesOf(next);
      if (bytes > budget) continue;
      const then = await built.cost(next);
      const value = (cost - then) / Math.max(1, bytes - size);
      if (then >= cost || value <= most) continue;
      most = value;
      best = next;
      least = then;
    }
    if (best === null) return chosen;
    chosen = best;
    cost = least;
  }
}

async function steps(
  chosen: readonly BuiltIndex[],
  singles: readonly BuiltIndex[],
  built: BuiltIndexes,
): Promise<readonly (readonly BuiltIndex[])[]> {
  const found: (readonly BuiltIndex[])[] = singles
    .filter((each) => !chosen.includes(each))
    .map((each) => [...chosen, each]);
  for (const index of chosen.filter(({ columns }) => columns.length < 3)) {
    for (const { table, columns } of singles) {
      const [column = ''] = columns;
      if (table !== index.table || index.columns.includes(column)) continue;
      const wider = await built.build(table, [...index.columns, column]);
      found.push(chosen.map((each) => (each === index ? wider : each)));
    }
  }
  return found;
}

function bytesOf(indexes: readonly BuiltIndex[]): number {
  return indexes.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** The best of all sets. */
export async function exhaustive(
  candidates: readonly BuiltIndex[],
  budget: number,
  built: BuiltIndexes,
  signal: AbortSignal,
): Promise<number> {
  let least = await built.cost([]);
  const search = async (at: number, chosen: readonly BuiltIndex[], left: number): Promise<void> => {
    signal.throwIfAborted();
    const next = candidates[at];
    if (next === undefined) {
      least = Math.min(least, await built.cost(chosen));
      return;
    }
    await search(at + 1, chosen, left);
    if (next.bytes <= left) await search(at + 1, [...chosen, next], left - next.bytes);
  };
  await search(0, [], budget);
  return least;
}
