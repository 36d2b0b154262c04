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

/** Takes the index that saves most, again and again, until none saves anything or fits. */
export async function greedy(
  candidates: readonly BuiltIndex[],
  budget: number,
  built: BuiltIndexes,
  signal: AbortSignal,
): Promise<readonly BuiltIndex[]> {
  const chosen: BuiltIndex[] = [];
  let left = budget;
  let cost = await built.cost([]);
  for (;;) {
    let best: BuiltIndex | null = null;
    let least = cost;
    for (const each of candidates) {
      signal.throwIfAborted();
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
