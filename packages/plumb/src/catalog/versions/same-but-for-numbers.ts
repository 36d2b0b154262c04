import type { RowChanges } from './row-versions.ts';

/**
 * Whether rows of the system catalogues that went are the same as those that came in their place, but for the numbers of
 * objects that were made anew. False also where that can't be told.
 */
export function isSameButForNumbers({ gone, come }: RowChanges): boolean {
  const [before, after] = [textsOf(gone), textsOf(come)];
  if (before === null || after === null || before.length !== after.length) return false;
  const [was, is] = [withoutFreePlaces(before, after), withoutFreePlaces(after, before)];
  const [ownWas, ownIs] = [ownNumbers(was), ownNumbers(is)];
  const sides = [
    { texts: was, moved: namedIn(ownWas, ownIs) },
    { texts: is, moved: namedIn(ownIs, ownWas) },
  ];
  const names = new Map<string, string>();
  // what an object is called by follows from its row, in which objects stand that are called by theirs
  for (let round = 0; round < rounds; round++) {
    for (const side of sides) side.moved = renamed(side.moved, names);
  }
  const [one, other] = sides.map(({ texts, moved }) => texts.map((text) => called(text, moved)).toSorted());
  const areTold = sides.every(({ moved }) => new Set([...moved.values()].map(({ name }) => name)).size === moved.size);
  return areTold && one?.join('\n') === other?.join('\n');
}

/** A row names an object that hangs on another, whose row names a schema: no chain is longer. */
const rounds = 8;

interface Numbered {
  readonly row: string;
  readonly name: string;
}

type Moved = ReadonlyMap<string, Numbered>;

function textsOf(rows: RowChanges['gone']): readonly string[] | null {
  const texts: string[] = [];
  for (const [key, text] of rows) {
    if (text === null) return null;
    texts.push(`${key.slice(0, key.indexOf(' '))} ${text}`);
  }
  return texts;
}

/**
 * A column that goes takes along all that knows it by its place, so a new one may have another. Where both are there, what
 * is left as it was still goes by the place.
 */
function withoutFreePlaces(texts: readonly string[], others: readonly string[]): readonly string[] {
  const taken = new Set(others.flatMap((text) => columnAt(text) ?? []));
  return texts.map((text) => {
    const column = columnAt(text);
    return column === null || taken.has(column) ? text : text.replace(/"place": \d+/, '"place": null');
  });
}

/** A table's number and a column's place in it. */
function columnAt(text: string): string | null {
  if (!text.startsWith('pg_attribute ')) return null;
  const [, place] = /"place": (\d+)/.exec(text) ?? [];
  const [, table] = /"attrelid": "(\d+)"/.exec(text) ?? [];
  return place === undefined ? null : `${table} ${place}`;
}

/** The rows of objects by their numbers. */
function ownNumbers(texts: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    texts.flatMap((text) => {
      const [, number] = /"oid": "(\d+)"/.exec(text) ?? [];
      return number === undefined ? [] : [[number, text] as const];
    }),
  );
}

function namedIn(own: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): Moved {
  const moved = [...own].filter(([number]) => !others.has(number));
  return new Map(moved.map(([number, row]) => [number, { row, name: '#' }]));
}

function renamed(moved: Moved, names: Map<string, string>): Moved {
  return new Map(
    [...moved].map(([number, { row }]) => {
      const text = called(row.replaceAll(number, '#self'), moved);
      const name = names.get(text) ?? `#${names.size}`;
      names.set(text, name);
      return [number, { row, name }];
    }),
  );
}

function called(text: string, moved: Moved): string {
  return moved.size === 0 ? text : text.replaceAll(/\d{5,}/g, (number) => moved.get(number)?.name ?? number);
}
