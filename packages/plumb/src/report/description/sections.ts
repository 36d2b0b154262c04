import type { Cell } from '../cell.ts';
import type { Look } from '../look.ts';
import { printable } from '../printable.ts';
import { renderTable } from '../table.ts';
import { padEnd, textWidth, wrap } from '../text-width.ts';

/** A name and what is said of it. */
export type Line = readonly [name: string, text: string];

const widestName = 32;
const narrowestText = 24;
const indent = '  ';

/** Names on the left, and beside them what is said of each, wrapped; below them where there is no room. */
export function renderSection(title: string, lines: readonly Line[], look: Look): string | null {
  if (lines.length === 0) return null;
  const drawn = lines.map(([name, text]): Line => [printable(name), text]);
  const names = Math.max(...drawn.map(([name]) => textWidth(name)).filter((width) => width <= widestName), 0);
  const column = indent.length + names + 2;
  const room = look.width - column;
  const body = drawn.flatMap(([name, text]) => {
    const beside = textWidth(name) <= names && room >= narrowestText;
    const left = beside ? column : 2 * indent.length;
    const [first = '', ...others] = linesOf(text, look.width - left);
    const rest = others.map((line) => ' '.repeat(left) + line);
    if (!beside) return [indent + look.name(name), `${' '.repeat(left)}${first}`.trimEnd(), ...rest];
    return [`${indent}${padEnd(look.name(name), names)}  ${first}`.trimEnd(), ...rest];
  });
  return [look.heading(title), ...body].join('\n');
}

/** A list of words, as many in a line as there is room for. */
export function renderWords(title: string, words: readonly string[], look: Look): string | null {
  if (words.length === 0) return null;
  const lines = linesOf(words.map(printable).join(', '), look.width - indent.length);
  return [look.heading(title), ...lines.map((line) => indent + line)].join('\n');
}

/** SQL as it stands, indented. */
export function renderSql(title: string, sql: string, look: Look): string {
  const lines = sql
    .replace(/^\s*\n/, '')
    .trimEnd()
    .split(/\r?\n/);
  return [look.heading(title), ...lines.map((line) => (line === '' ? '' : indent + look.code(printable(line))))].join(
    '\n',
  );
}

/** A table whose last column is wrapped instead of cut; columns that say nothing are left out. */
export function renderGrid(
  title: string,
  columns: readonly { readonly title: string; readonly align?: 'right' }[],
  rows: readonly (readonly Cell[])[],
  look: Look,
): string | null {
  if (rows.length === 0) return null;
  const said = columns.map((_, at) => at === 0 || rows.some((row) => row[at] !== '' && row[at] !== undefined));
  const pick = <T>(list: readonly T[]): readonly T[] => list.filter((_, at) => said[at]);
  const shown = rows.map(pick);
  const heads = pick(columns);
  const table = renderTable({ columns: heads, rows: shown.map((row) => wrapLast(row, shown, heads, look)) }, look);
  return [look.heading(title), table].join('\n');
}

/** How wide columns are with the gap behind each; one that says nothing takes no room. */
export function gridWidth(heads: readonly { readonly title: string }[], rows: readonly (readonly Cell[])[]): number {
  return heads.reduce((sum, { title }, at) => {
    const widest = Math.max(0, ...rows.map((row) => cellWidth(row[at] ?? '')));
    return widest === 0 ? sum : sum + Math.max(widest, textWidth(title)) + 2;
  }, 0);
}

function cellWidth(cell: Exclude<Cell, null>): number {
  const text = typeof cell === 'string' ? cell : cell.text;
  return Math.max(...text.split('\n').map((line) => textWidth(printable(line))));
}

function wrapLast(
  row: readonly Cell[],
  rows: readonly (readonly Cell[])[],
  heads: readonly { readonly title: string }[],
  look: Look,
): readonly Cell[] {
  const last = row.at(-1);
  if (row.length < 2 || typeof last !== 'string' || look.width === Number.POSITIVE_INFINITY) return row;
  const others = rows.map((each) => each.slice(0, -1));
  const room = look.width - gridWidth(heads.slice(0, -1), others);
  return [...row.slice(0, -1), wrap(last, Math.max(room, 16)).join('\n')];
}

function linesOf(text: string, room: number): readonly string[] {
  const lines = text.split(/\r?\n/).map(printable).join('\n');
  return room === Number.POSITIVE_INFINITY ? lines.split('\n') : wrap(lines, Math.max(room, narrowestText));
}
