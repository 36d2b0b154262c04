import type { ProfiledRelation } from '../profile/profile.ts';

interface Search {
  /** Pages that it fetches. */
  readonly cost: number;
  readonly rows: number;
}

export interface GinCosts {
  /** The index's pages. */
  readonly size: number;
  /** Through all entries. */
  readonly whole: Search;
  /** Of the same search the cost in operators; null before PostgreSQL 16, which counted none for entries. */
  readonly operators: number | null;
  readonly one: Search;
  readonly many: Search & { readonly entries: number };
  readonly beginnings: (Search & { readonly entries: number }) | null;
}

type GinPages = NonNullable<ProfiledRelation['gin']>;

/**
 * The planner's arithmetic backwards. A search for s entries fetches
 * `pending + s · descent + max(⌈data · s / entries⌉, ⌈rows / 2730⌉)` pages, where `descent = round(entryPages ^ 0.15)`;
 * a search for beginnings takes each for 100 entries, and reads that part of all entry pages and of all data pages before.
 */
export function solveGinPages(costs: GinCosts): GinPages | null {
  const solutions = Array.from({ length: 8 }, (_, more) => solve(costs, more + 1)).filter((one) => one !== null);
  return solutions.find(({ fits }) => fits)?.pages ?? solutions[0]?.pages ?? null;
}

function solve(costs: GinCosts, descent: number): { readonly pages: GinPages; readonly fits: boolean } | null {
  const { size, one, many } = costs;
  const perEntry = (many.cost - one.cost) / (many.entries - 1) - descent;
  if (perEntry < -1 / many.entries) return null;
  const pending = one.cost - descent - Math.max(Math.ceil(perEntry - 1 / many.entries), atLeast(one));
  if (pending < 0) return null;
  const read = many.cost - pending - many.entries * descent;
  const share = { from: Math.max(0, read - 1) / many.entries, to: read / many.entries };
  const entries = costs.operators === null ? byPages(costs, pending, descent, share) : byWork(costs, pending, descent);
  if (entries === null) return null;
  const ofWhole = costs.whole.cost - pending - entries * descent;
  const data = ofWhole > atLeast(costs.whole) ? ofWhole : Math.floor(share.to * entries);
  if (ofWhole < 0 || data + pending >= size) return null;
  const rest = size - 1 - pending - data;
  const entryPages = byBeginnings(costs, { pending, descent, entries, data }) ?? rest;
  const within = { from: Math.ceil((descent - 0.5) ** (1 / 0.15)), to: Math.floor((descent + 0.5) ** (1 / 0.15)) };
  return {
    pages: {
      pendingPages: pending,
      totalPages: size,
      entryPages: Math.max(1, within.from, Math.min(entryPages, within.to)),
      dataPages: data,
      entries,
    },
    fits: costs.operators !== null || (rest >= within.from && rest <= within.to),
  };
}

/** Of the pages that hold what is found, by how much it is: three bytes a row. */
function atLeast({ rows }: Search): number {
  return rows <= 1 ? 0 : Math.ceil(rows / Math.floor(8192 / 3));
}

/** Since PostgreSQL 16: for each entry a descent and 51 operators, and 50 for each page, those before the first row twice. */
function byWork({ operators, whole }: GinCosts, pending: number, descent: number): number | null {
  const work = (operators ?? 0) - 50 * whole.cost - 50 * pending;
  for (let comparisons = 0; comparisons < 50; comparisons++) {
    const entries = work / (2 * comparisons + 51 + 50 * descent);
    if (Number.isInteger(entries) && Math.ceil(Math.log2(entries)) === comparisons) return entries;
  }
  return null;
}

function byPages(
  { whole }: GinCosts,
  pending: number,
  descent: number,
  share: { readonly from: number; readonly to: number },
): number | null {
  const fetched = whole.cost - pending;
  const few = (fetched - atLeast(whole)) / descent;
  if (few > 0 && few * share.from < atLeast(whole)) return Math.round(few);
  const entries = Math.round(fetched / (descent + share.to));
  return entries > 0 ? entries : null;
}

function byBeginnings(
  { beginnings }: GinCosts,
  known: { readonly pending: number; readonly descent: number; readonly entries: number; readonly data: number },
): number | null {
  if (beginnings === null) return null;
  const part = Math.min(1, (beginnings.entries * 100) / known.entries);
  const before =
    known.pending + beginnings.entries * known.descent + Math.ceil(known.data * part) + atLeast(beginnings);
  return Math.floor((beginnings.cost - before) / part);
}
