import { partsOf } from './gin-parts.ts';
import type { IndexColumnFacts } from './index-column-facts.ts';

interface Inverted {
  readonly rows: number;
  readonly pages: number;
  readonly columns: readonly IndexColumnFacts[];
}

/** Some entries, and the number of rows that each of them lists. */
interface Entries {
  readonly count: number;
  readonly rows: number;
}

/** Of a page that holds entries: they come in order, and a full page is split in the middle. */
const entryRoom = 8192 * 0.5;
/** Of a page of a list that is so long that it has pages of its own. */
const listRoom = 8192 - 200;
const longestWithin = 2700;
/** Parts of so many letters are keys, hashes and the like, of which each row has its own. */
const unlikeFrom = 16;

/** How long an index of parts of values is that has just been built: each part once, with a compressed list of its rows. */
export function ginPages({ rows, pages, columns }: Inverted, tuples: number): number {
  let ofEntries = 0;
  let ofLists = 0;
  for (const column of columns) {
    const { entries, keyBytes } = entriesOf(column, tuples * (1 - column.nulls));
    for (const { count, rows: listed } of entries) {
      const list = listBytes(listed, { rows, pages });
      const key = 8 + keyBytes + 8 + 4;
      if (list <= longestWithin) ofEntries += count * (Math.ceil((key + list) / 8) * 8);
      else {
        ofEntries += count * (key + 8);
        ofLists += count * Math.ceil(list / listRoom);
      }
    }
  }
  return 2 + Math.ceil(ofEntries / entryRoom) + ofLists;
}

/** Each row is the distance from the one before, in as many bytes as it takes; a page is 2,048 wide. */
function listBytes(listed: number, { rows, pages }: Pick<Inverted, 'rows' | 'pages'>): number {
  if (listed <= 1) return 6;
  const onPage = Math.max(1, rows / Math.max(1, pages));
  const gap = Math.max(1, rows / listed);
  const distance = gap < onPage ? gap * (1 + (2047 * gap) / onPage / 8) : (gap / onPage) * 2048;
  return 6 + (listed - 1) * Math.max(1, Math.log2(distance + 1) / 7 + 0.35);
}

function entriesOf(
  column: IndexColumnFacts,
  tuples: number,
): { readonly entries: readonly Entries[]; readonly keyBytes: number } {
  const { elements, samples, operators, type } = column;
  if (elements !== null) {
    const { frequencies, count } = elements;
    const common = frequencies.map((share) => ({ count: 1, rows: share * tuples }));
    const all = count ?? frequencies.reduce((sum, share) => sum + share, 0);
    const rest = Math.max(0, all - frequencies.reduce((sum, share) => sum + share, 0)) * tuples;
    const least = Math.max(1, Math.min(...frequencies) * tuples * 0.3);
    return { entries: [...common, ...(rest < 1 ? [] : [{ count: rest / least, rows: least }])], keyBytes: 10 };
  }
  const parts = (samples ?? []).map((sample) => partsOf(sample, { operators, type }));
  if (parts.length === 0) return { entries: [{ count: tuples, rows: 1 }], keyBytes: column.width };
  const seen = new Map<string, number>();
  for (const each of parts) for (const part of each) seen.set(part, (seen.get(part) ?? 0) + 1);
  const keyBytes = operators === 'gin_trgm_ops' || operators === 'jsonb_path_ops' ? 4 : averageLength(seen);
  const once = [...seen].flatMap(([part, times]) => (times === 1 ? [part] : []));
  const ofRows = tuples / parts.length;
  const often = [...seen.values()].filter((times) => times > 1).map((times) => ({ count: 1, rows: times * ofRows }));
  const unlike = once.filter((part) => part.slice(part.lastIndexOf('=') + 1).length >= unlikeFrom).length;
  const rest = once.length - unlike;
  const others = rest * (operators === 'gin_trgm_ops' ? 3 : Math.sqrt(ofRows));
  return {
    entries: [
      ...often,
      { count: unlike * ofRows, rows: 1 },
      ...(rest === 0 ? [] : [{ count: others, rows: (rest * ofRows) / others }]),
    ],
    keyBytes,
  };
}

function averageLength(seen: ReadonlyMap<string, number>): number {
  return 1 + [...seen.keys()].reduce((sum, part) => sum + part.length, 0) / Math.max(1, seen.size);
}
