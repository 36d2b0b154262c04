import type { Look } from './look.ts';
import { printable } from './printable.ts';
import { textWidth } from './text-width.ts';

/** A text, a missing value (SQL's NULL), or a text that is painted for its meaning. */
export type Cell = string | null | { readonly text: string; readonly paint?: (text: string) => string };

/** A cell as it is drawn: safe lines without paint, and the paint to put on each once it is cut and padded. */
export interface DrawnCell {
  readonly lines: readonly string[];
  readonly width: number;
  readonly paint: (text: string) => string;
}

const plain = (text: string): string => text;

export function drawCell(cell: Cell, look: Look): DrawnCell {
  if (cell === null) return { lines: ['NULL'], width: 4, paint: look.muted };
  const { text, paint = plain } = typeof cell === 'string' ? { text: cell } : cell;
  const lines = text.split(/\r?\n/).map(printable);
  return { lines, width: Math.max(...lines.map(textWidth)), paint };
}
