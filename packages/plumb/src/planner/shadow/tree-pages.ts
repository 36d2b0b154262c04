import type { ProfiledRelation } from '../profile/profile.ts';
import type { IndexColumnFacts } from './index-column-facts.ts';

interface Tree {
  readonly unique: boolean;
  readonly deduplicates: boolean;
  readonly columns: readonly IndexColumnFacts[];
  /** Of the table. */
  readonly rows: number;
  /** In percent. */
  readonly fill: number;
}

/** Of a page, without its header and the special space of a b-tree. */
const room = 8192 - 24 - 16;
/** The largest tuple that lists rows, a tenth of a page. */
const largestList = 812;
/** What points to a tuple within its page. */
const pointer = 4;
/** As many copies of a key as their number is a guess below which their lists differ much. */
const many = 40;

/** How long a b-tree is that has just been built. */
export function predictTree(
  { columns, unique, deduplicates, rows, fill }: Tree,
  tuples: number,
): Pick<ProfiledRelation, 'pages' | 'tree'> & { readonly tuples: number } {
  if (tuples === 0) return { tuples, pages: 1, tree: { height: 0 } };
  const keys = columns.filter(({ key }) => key);
  const size = tupleBytes(columns);
  const shares = deduplicates && !unique && columns.length === keys.length;
  const bytes = shares ? sharedBytes(keys, { tuples, rows: Math.max(rows, tuples), size }) : (size + pointer) * tuples;
  const leaves = Math.max(1, Math.ceil(bytes / ((room * fill) / 100)));
  const fanout = Math.max(2, Math.floor((room * 0.7) / (tupleBytes(keys) + pointer)));
  let pages = leaves + 1;
  let height = 0;
  for (let level = leaves; level > 1; height++) {
    level = Math.ceil(level / fanout);
    pages += level;
  }
  return { tuples, pages, tree: { height } };
}

/** Rows with the same key share tuples that list them. */
function sharedBytes(
  keys: readonly IndexColumnFacts[],
  { tuples, rows, size }: { readonly tuples: number; readonly rows: number; readonly size: number },
): number {
  const [only, another] = keys;
  const part = tuples / Math.max(1, rows);
  if (only === undefined || another !== undefined) {
    const product = keys.reduce((all, { distinct, nulls }) => all * (Math.max(1, distinct) + Math.ceil(nulls)), 1);
    return tuples * bytesOfCopies(size, tuples / among(Math.min(product, rows), rows, part));
  }
  const nulls = tuples * only.nulls;
  const common = only.common.map((share) => share * tuples);
  const ofCommon = common.reduce((sum, each) => sum + each, 0);
  const rest = Math.max(0, tuples - nulls - ofCommon);
  const values = Math.max(1, Math.min(only.distinct - common.length, rest / part));
  return (
    nulls * bytesOfCopies(16, nulls) +
    common.reduce((sum, copies) => sum + copies * bytesOfCopies(size, copies), 0) +
    rest * bytesOfCopies(size, rest / among(values, rest / part, part))
  );
}

/** How many of the values of some rows are left in a part of the rows. */
function among(values: number, rows: number, part: number): number {
  return Math.max(1, values * (1 - (1 - Math.min(1, part)) ** (rows / values)));
}

/** For each row, where each key has about that many. */
function bytesOfCopies(size: number, copies: number): number {
  if (copies <= 1) return size + pointer;
  if (copies >= many) return listed(size, copies) / copies;
  // one, and as many more as chance has it
  let sum = 0;
  let chance = Math.exp(1 - copies);
  for (let more = 0; more < copies + 8 * Math.sqrt(copies) + 8; more++) {
    sum += chance * listed(size, more + 1);
    chance *= (copies - 1) / (more + 1);
  }
  return sum / copies;
}

/** Of all tuples of one key. */
function listed(size: number, copies: number): number {
  if (copies < 2) return size + pointer;
  const most = Math.max(2, Math.floor((largestList - size) / 6));
  const lists = Math.ceil(copies / most);
  return lists * (aligned(size + (copies / lists) * 6, 8) + pointer);
}

/** On average: with nulls, and where values are of many lengths. */
function tupleBytes(columns: readonly IndexColumnFacts[]): number {
  const nullable = columns.filter(({ nulls }) => nulls > 0).slice(0, 4);
  let sum = 0;
  for (let pattern = 0; pattern < 2 ** nullable.length; pattern++) {
    const isNull = (column: IndexColumnFacts): boolean => ((pattern >> nullable.indexOf(column)) & 1) === 1;
    const chance = nullable.reduce((all, each) => all * (isNull(each) ? each.nulls : 1 - each.nulls), 1);
    const there = columns.filter((column) => !nullable.includes(column) || !isNull(column));
    // which of its columns are null stands before them
    const head = there.length < columns.length ? 16 : 8;
    sum += chance * sampledBytes(there, head);
  }
  return sum;
}

function sampledBytes(columns: readonly IndexColumnFacts[], head: number): number {
  const samples = Math.max(1, ...columns.map(({ lengths }) => lengths?.length ?? 1));
  let sum = 0;
  for (let sample = 0; sample < samples; sample++) {
    const end = columns.reduce((offset, { width, lengths, align }, at) => {
      const length = lengths?.[(sample * (at + 1)) % lengths.length] ?? width;
      return aligned(offset, align) + length;
    }, head);
    sum += aligned(end, 8);
  }
  return sum / samples;
}

function aligned(offset: number, align: number): number {
  return Math.ceil(offset / align) * align;
}
