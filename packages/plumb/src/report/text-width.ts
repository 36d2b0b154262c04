import measure from 'fast-string-truncated-width';
import type { Look } from './look.ts';

/** Columns that a text takes in a terminal: two for CJK and emoji, none for colours and combining marks. */
export function textWidth(text: string): number {
  return measure(text).width;
}

/** Cuts an unpainted text to a width; the cut is shown. */
export function truncate(text: string, width: number, look: Look): string {
  const ellipsis = look.unicode ? '…' : '...';
  const { index, truncated } = measure(text, { limit: width, ellipsis });
  return truncated ? text.slice(0, index) + ellipsis : text;
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - textWidth(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - textWidth(text))) + text;
}

/** Breaks prose between words; a word longer than a line and a command between backticks stay whole, as do line breaks. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, width));
}

function wrapLine(line: string, width: number): string[] {
  if (textWidth(line) <= width) return [line];
  const indent = /^ */.exec(line)?.[0] ?? '';
  const lines: string[] = [];
  let current = '';
  for (const word of line.match(/`[^`]*`\S*|\S+/g) ?? []) {
    const longer = current === '' ? indent + word : `${current} ${word}`;
    if (current !== '' && textWidth(longer) > width) {
      lines.push(current);
      current = indent + word;
    } else current = longer;
  }
  return [...lines, current];
}
