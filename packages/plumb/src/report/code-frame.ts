import type { Location } from '../contract/finding.ts';
import type { Look } from './look.ts';
import { printable } from './printable.ts';
import { textWidth } from './text-width.ts';

const linesBefore = 2;
const linesAfter = 1;
const widestFrame = 160;
const tab = '    ';

/** Shows the place in its source: `file:line:column`, the lines around it, and a mark under it. */
export function renderCodeFrame(location: Location, source: string, look: Look): string {
  const lines = source.split(/\r\n|\n|\r/);
  const first = Math.max(1, location.line - linesBefore);
  const last = Math.min(lines.length, location.line + linesAfter);
  const gutter = String(last).length;
  const room = Math.max(20, Math.min(look.width, widestFrame) - gutter - 5);
  const marked = markedSpan(location, lines[location.line - 1] ?? '');
  const start = windowStart(marked.before.length, room);
  const frame = [`  ${look.name(renderPlace(location))}`];
  for (let number = first; number <= last; number += 1) {
    const here = number === location.line;
    const text = windowOf(drawn(lines[number - 1] ?? ''), start, room, look);
    const label = `${here ? '>' : ' '} ${String(number).padStart(gutter)} |`;
    frame.push(`${here ? look.bad(label) : look.muted(label)} ${text}`.trimEnd());
    if (here) frame.push(`${look.muted(`  ${' '.repeat(gutter)} |`)} ${underline(marked, start, room, look)}`);
  }
  return frame.join('\n');
}

/** `db/schema/posts.sql:12:3` */
export function renderPlace({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`;
}

interface MarkedSpan {
  readonly before: readonly string[];
  readonly text: readonly string[];
}

function markedSpan(location: Location, line: string): MarkedSpan {
  const from = Math.min(location.column - 1, line.length);
  const oneLine = location.endLine === undefined || location.endLine === location.line;
  const to = oneLine ? (location.endColumn ?? location.column + 1) - 1 : line.length;
  return { before: drawn(line.slice(0, from)), text: drawn(line.slice(from, Math.max(to, from + 1))) };
}

/** Where a long line is cut on the left so that the mark is seen, with a third of the room before it. */
function windowStart(before: number, room: number): number {
  return before < room * 0.8 ? 0 : before - Math.floor(room / 3);
}

function windowOf(characters: readonly string[], start: number, room: number, look: Look): string {
  const dots = look.muted(look.unicode ? '…' : '~');
  const shown = characters.slice(start, start + room);
  if (start > 0 && shown.length > 0) shown[0] = dots;
  if (characters.length > start + room) shown[room - 1] = dots;
  return shown.join('');
}

function underline(marked: MarkedSpan, start: number, room: number, look: Look): string {
  const indent = textWidth(marked.before.slice(start).join(''));
  const length = Math.max(1, Math.min(textWidth(marked.text.join('')), room - indent));
  return ' '.repeat(indent) + look.bad('^'.repeat(length));
}

/** A line as it is printed, character by character: tabs have one width everywhere, and nothing steers the terminal. */
function drawn(text: string): string[] {
  return [...printable(text.replaceAll('\t', tab))];
}
