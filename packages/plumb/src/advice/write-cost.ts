import { columnsOf } from './candidates/candidate.ts';
import type { MadeCandidate } from './shadow-what-if.ts';
import type { TableWrites } from './writes.ts';

/** What going down one level of a tree costs by the planner's own count: 50 times `cpu_operator_cost`. */
const level = 0.125;
/** A page that has to be written is half in the cache. */
const page = 0.5;

/** What one more entry costs, in the planner's units. */
function entryCost({ method, height }: Pick<MadeCandidate, 'method' | 'height'>): number {
  // an inverted index has an entry for each of several elements; one of block ranges only widens a range
  if (method === 'gin') return 4 * (level * 2 + page);
  if (method === 'brin') return 0.01;
  return level * (height + 1) + page;
}

/** What writing costs more with candidates of one table, which are told by their numbers. */
export type WriteCost = (candidates: readonly number[]) => number;

/**
 * An update that changes no column of any index is a HOT update, which touches none of them; with an index on such a
 * column it writes to all.
 */
export function writeCostOf(candidates: readonly MadeCandidate[], writes: ReadonlyMap<string, TableWrites>): WriteCost {
  const entries = candidates.map(entryCost);
  const columns = candidates.map((each) => (each.method === 'brin' ? new Set<string>() : columnsOf(each)));
  return (chosen) => {
    const ofTable = writes.get(candidates[chosen[0] ?? -1]?.table ?? '');
    if (ofTable === undefined) return 0;
    const { inserts, updates, hotShare, existing } = ofTable;
    const all = chosen.reduce((sum, each) => sum + (entries[each] ?? 0), 0);
    const updated = updates.reduce((sum, { rows }) => sum + rows, 0);
    const cost = (inserts + updated * (1 - hotShare)) * all;
    if (hotShare === 0 || updated === 0) return cost;
    const indexed = new Set(chosen.flatMap((each) => [...(columns[each] ?? [])]));
    const lost = updates.reduce((sum, each) => sum + each.rows * lostShare(each.columns, indexed, ofTable.columns), 0);
    return cost + lost * hotShare * (all + existing * (2 * level + page));
  };
}

/** Where it isn't known which columns are changed, each is as likely as the others. */
function lostShare(updated: ReadonlySet<string> | null, indexed: ReadonlySet<string>, columns: number): number {
  if (updated === null) return Math.min(1, indexed.size / Math.max(1, columns));
  return [...updated].some((column) => indexed.has(column)) ? 1 : 0;
}
