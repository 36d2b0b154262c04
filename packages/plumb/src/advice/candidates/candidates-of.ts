import type { TableStatistics } from '../table-statistics.ts';
import { alreadyThere } from './already-there.ts';
import { type Candidate, candidateId, columnKey, columnsOf, type Key, type Predicate } from './candidate.ts';
import { carriedTogether } from './carried-together.ts';
import type { TableUse } from './table-use.ts';
import { treeKeys } from './tree-keys.ts';

type Statistics = ReadonlyMap<string, TableStatistics>;

/** Each takes a few milliseconds to make on a shadow. */
const most = 1500;

/** The most columns that an index may carry along. */
const mostCarried = 7;
/** Columns that are wider make an index about as large as its table. */
const widest = 200;
/** A table that is read as a whole in no time needs no index that only tells blocks apart. */
const pagesForBlocks = 10_000;
const sorted = 0.9;
/** As many values as a column of states has. */
const fewStates = 10;

/** An index that could be made, and the queries that asked for it. */
export interface PossibleIndex {
  readonly candidate: Candidate;
  readonly queries: ReadonlySet<number>;
}

/**
 * The indexes that could help queries, each once; where there are too many to try, those that could help most of them.
 * `uses` are those of each query.
 */
export function candidatesOf(uses: readonly (readonly TableUse[])[], statistics: Statistics): readonly PossibleIndex[] {
  const all = uses.flat();
  const frequency = countColumns(all);
  const shared = countConstants(all);
  const found = new Map<string, { readonly candidate: Candidate; readonly queries: Set<number> }>();
  for (const [query, ofQuery] of uses.entries()) {
    for (const use of ofQuery) {
      const equal = inOrder(use, frequency);
      for (const candidate of ofUse({ ...use, equal: [...equal] }, shared, statistics.get(use.table.name))) {
        if (alreadyThere(candidate, use.table)) continue;
        const id = candidateId(candidate);
        const known = found.get(id) ?? { candidate, queries: new Set() };
        found.set(id, known);
        known.queries.add(query);
      }
    }
  }
  return carriedTogether([...found.values()])
    .toSorted((one, other) => other.queries.size - one.queries.size)
    .slice(0, most);
}

/** Indexes with the same first columns serve more queries, so that those that many compare come first. */
function countColumns(uses: readonly TableUse[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const use of uses) {
    for (const key of use.equal) counts.set(idOf(use, key), (counts.get(idOf(use, key)) ?? 0) + 1);
  }
  return counts;
}

/** What all queries of some rows say, such as that they are not deleted, comes last: it tells little apart. */
function inOrder(use: TableUse, frequency: ReadonlyMap<string, number>): readonly Key[] {
  const isOfRows = ({ columns: [column = ''] }: Key): boolean =>
    use.table.columns.get(column)?.type === 'boolean' ||
    use.constants.some(({ text, columns }) => columns[0] === column && text.endsWith(' IS NULL'));
  const rank = (key: Key): number => (isOfRows(key) ? 0 : (frequency.get(idOf(use, key)) ?? 0));
  return use.equal.toSorted((one, other) => rank(other) - rank(one));
}

function idOf(use: TableUse, key: Key | Predicate): string {
  return `${use.table.name} ${key.text}`;
}

function* ofUse(
  use: TableUse,
  shared: ReadonlyMap<string, number>,
  statistics: TableStatistics | undefined,
): Generator<Candidate> {
  const table = use.table.name;
  const tree = (keys: readonly Key[], include: readonly string[] = [], where: Predicate | null = null): Candidate => ({
    table,
    method: 'btree',
    keys,
    include,
    where,
  });
  const lists = treeKeys(use).map((keys) => untilUnique(keys, use, statistics));
  for (const keys of lists) yield tree(keys);
  for (const keys of [...lists, ...scanned(use)]) {
    const carried = carriedBy(keys, use, statistics);
    if (carried !== null && carried.length > 0) yield tree(keys, carried);
    if (carried !== null && carried.length === 0 && !lists.includes(keys)) yield tree(keys);
  }
  for (const where of use.constants.filter((each) => isLasting(each, use, shared, statistics)).slice(0, 4)) {
    yield* partial(lists, where, tree);
  }
  for (const { method, text, columns } of use.special) {
    yield { table, method, keys: [{ text, columns }], include: [], where: null };
  }
  if ((statistics?.pages ?? 0) < pagesForBlocks) return;
  for (const key of use.ranges) {
    const [column] = key.columns;
    const correlation = statistics?.columns.get(column ?? '')?.correlation ?? 0;
    if (Math.abs(correlation) >= sorted && key.columns.length === 1) {
      yield { table, method: 'brin', keys: [key], include: [], where: null };
    }
  }
}

/** One row at most has each value of such a column, so that what comes after it finds nothing more. */
function untilUnique(
  keys: readonly Key[],
  { equal, joined }: TableUse,
  statistics: TableStatistics | undefined,
): readonly Key[] {
  const rows = statistics?.rows ?? 0;
  const at = keys.findIndex(({ text, columns: [column = ''] }) => {
    const distinct = statistics?.columns.get(column)?.distinct ?? 0;
    const isLookedUp = [...equal, ...joined].some((key) => key.text === text);
    return isLookedUp && columnKey(column).text === text && rows > 0 && distinct >= rows * 0.95;
  });
  return at < 0 ? keys : keys.slice(0, at + 1);
}

function countConstants(uses: readonly TableUse[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const use of uses) {
    for (const each of use.constants) counts.set(idOf(use, each), (counts.get(idOf(use, each)) ?? 0) + 1);
  }
  return counts;
}

/**
 * Whether a condition will be asked for again: it is said by several queries, is one of rows that are not deleted or the
 * like, or of a state out of a few. What a single query looks for today it may not look for tomorrow.
 */
function isLasting(
  { text, columns }: Predicate,
  use: TableUse,
  shared: ReadonlyMap<string, number>,
  statistics: TableStatistics | undefined,
): boolean {
  if ((shared.get(`${use.table.name} ${text}`) ?? 0) > 1 || / IS (?:NOT )?NULL$/.test(text)) return true;
  const [column = ''] = columns;
  if (use.table.columns.get(column)?.type === 'boolean') return true;
  const distinct = statistics?.columns.get(column)?.distinct ?? Number.POSITIVE_INFINITY;
  return distinct <= fewStates && text.startsWith(`${columnKey(column).text} = `);
}

function* partial(
  lists: readonly (readonly Key[])[],
  where: Predicate,
  tree: (keys: readonly Key[], include?: readonly string[], where?: Predicate | null) => Candidate,
): Generator<Candidate> {
  const isSaid = (key: Key): boolean => key.columns.every((column) => where.columns.includes(column));
  const rest = lists.map((keys) => keys.filter((key) => !isSaid(key))).filter((keys) => keys.length > 0);
  const alone = where.columns.map(columnKey);
  for (const keys of rest.length > 0 ? rest : [alone]) yield tree(keys, [], where);
}

/** What an index has to carry so that the table need not be read; null where that is too much. */
function carriedBy(
  keys: readonly Key[],
  { needed }: TableUse,
  statistics: TableStatistics | undefined,
): readonly string[] | null {
  if (needed === null) return null;
  const own = new Set(
    keys.flatMap(({ text, columns }) => (columnKey(columns[0] ?? '').text === bareText(text) ? columns : [])),
  );
  const rest = [...needed].filter((column) => !own.has(column)).sort();
  if (rest.length > mostCarried) return null;
  return rest.some((column) => (statistics?.columns.get(column)?.width ?? 0) > widest) ? null : rest;
}

function bareText(text: string): string {
  return text.replace(/ (?:DESC|NULLS).*$/, '');
}

/** An index that is read as a whole, since it is narrower than the table. */
function scanned({ needed }: TableUse): readonly (readonly Key[])[] {
  const [first] = needed === null ? [] : [...needed].sort();
  return first === undefined ? [] : [[columnKey(first)]];
}

/** Whether a query can have any use of an index: it asks for what the index is sorted by, or for nothing that it lacks. */
export function couldServe(candidate: Candidate, uses: readonly TableUse[]): boolean {
  return uses.some(({ table, needed, ...use }) => {
    if (table.name !== candidate.table) return false;
    const asked = [use.equal, use.joined, use.ranges, use.special, use.orders.flat(), use.constants].flat();
    const isAsked = ({ columns }: Key | Predicate): boolean =>
      asked.some((each) => each.columns.some((column) => columns.includes(column)));
    if (candidate.where !== null && !isAsked(candidate.where)) return false;
    // since 18, an index is also searched for each of the few values that its first column has
    if (candidate.keys.slice(0, 2).some(isAsked)) return true;
    const columns = columnsOf(candidate);
    return candidate.where !== null || (needed !== null && [...needed].every((column) => columns.has(column)));
  });
}
