import type { Column } from './table.ts';

/** Which columns may be cut, by their width, and how narrow they may get: long texts first, then whatever there is. */
const stages = [
  { widerThan: 32, least: 16 },
  { widerThan: 0, least: 8 },
];

/**
 * Shares out the terminal's width: the widest columns give way first, down to one common width.
 * Null when the table can't be shown side by side. A single column is left alone: the terminal wraps it.
 */
export function fitColumns(
  natural: readonly number[],
  columns: readonly Column[],
  available: number,
  gap: number,
): readonly number[] | null {
  const room = available - gap * (natural.length - 1);
  if (sum(natural) <= room || natural.length <= 1) return natural;
  for (const { widerThan, least } of stages) {
    const isFixed = (width: number, index: number): boolean => width <= widerThan || columns[index]?.align === 'right';
    for (let cap = Math.min(room, Math.max(...natural)); cap >= least; cap -= 1) {
      const capped = natural.map((width, index) => (isFixed(width, index) ? width : Math.min(width, cap)));
      if (sum(capped) <= room) return capped;
    }
  }
  return null;
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}
