import { pageSize } from './database-files.ts';

/** Offsets in a page's header, and in the b-tree's meta page and the special space of its others. */
const at = { lower: 12, upper: 14, special: 16, version: 18, items: 24 } as const;
const meta = { root: 32, level: 36, fastRoot: 40, fastLevel: 44 } as const;
const special = { previous: 8176, next: 8180, level: 8184, flags: 8188 } as const;
const leafFlag = 1;
const rootFlag = 2;
const layoutVersion = 0x2004;

/** The meta page of a tree of that height, whose root is the first page behind it. */
export function metaPage(page: Buffer, height: number): Buffer {
  const patched = Buffer.from(page);
  patched.writeUInt32LE(1, meta.root);
  patched.writeUInt32LE(height, meta.level);
  patched.writeUInt32LE(1, meta.fastRoot);
  patched.writeUInt32LE(height, meta.fastLevel);
  return patched;
}

/**
 * A tree of one page for each level, each of which leads to the next. The planner asks for the height, and goes down for
 * the least and the greatest value, so that the pages have to be sound. The last is the given leaf, or an empty one.
 */
export function treePages(height: number, leaf: Buffer | null): readonly Buffer[] {
  return Array.from({ length: height + 1 }, (_, depth) => {
    const level = height - depth;
    const page = level > 0 ? innerPage(depth + 2) : (leaf ?? emptyLeaf());
    const copy = Buffer.from(page);
    // where the write-ahead log stood when a page was changed means nothing in another file
    copy.fill(0, 0, 8);
    copy.writeUInt32LE(0, special.previous);
    copy.writeUInt32LE(0, special.next);
    copy.writeUInt32LE(level, special.level);
    copy.writeUInt16LE((level === 0 ? leafFlag : 0) | (depth === 0 ? rootFlag : 0), special.flags);
    return copy;
  });
}

function emptyLeaf(): Buffer {
  return blank(at.items, special.previous);
}

/** Holds one tuple without key, which stands for minus infinity, and leads to the page below. */
function innerPage(below: number): Buffer {
  const tuple = special.previous - 8;
  const page = blank(at.items + 4, tuple);
  // a line pointer: offset, the flag of a normal tuple, length
  page.writeUInt32LE((tuple | (1 << 15) | (8 << 17)) >>> 0, at.items);
  page.writeUInt16LE(below >>> 16, tuple);
  page.writeUInt16LE(below & 0xffff, tuple + 2);
  page.writeUInt16LE(0, tuple + 4);
  // length 8, and the flag of a pivot tuple
  page.writeUInt16LE(8 | 0x2000, tuple + 6);
  return page;
}

function blank(lower: number, upper: number): Buffer {
  const page = Buffer.alloc(pageSize);
  page.writeUInt16LE(lower, at.lower);
  page.writeUInt16LE(upper, at.upper);
  page.writeUInt16LE(special.previous, at.special);
  page.writeUInt16LE(layoutVersion, at.version);
  return page;
}

/** A visibility map which says of a table's first page that all may see its rows, so that an end point is taken from the index. */
export function visibilityPage(): Buffer {
  const page = Buffer.alloc(pageSize);
  page.writeUInt16LE(at.items, at.lower);
  page.writeUInt16LE(pageSize, at.upper);
  page.writeUInt16LE(pageSize, at.special);
  page.writeUInt16LE(layoutVersion, at.version);
  page[at.items] = 3;
  return page;
}
