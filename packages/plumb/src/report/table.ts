import { type Cell, type DrawnCell, drawCell } from './cell.ts';
import type { Look } from './look.ts';
import { renderRecords } from './record.ts';
import { fitColumns } from './table-columns.ts';
import { padEnd, padStart, truncate } from './text-width.ts';

export interface Column {
  readonly title: string;
  /** Numbers stand on the right and are never cut. */
  readonly align?: 'right';
}

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

const gap = '  ';

/** Draws a table that fits the terminal: wide columns are cut first; where too little would be left, row by row as records. */
export function renderTable({ columns, rows }: Table, look: Look): string {
  const titles = columns.map((column) =>
    drawCell({ text: column.title.replaceAll('\n', ' '), paint: look.heading }, look),
  );
  const drawn = rows.map((row) => row.map((cell) => drawCell(cell, look)));
  const natural = titles.map((title, index) =>
    drawn.reduce((widest, row) => Math.max(widest, row[index]?.width ?? 0), title.width),
  );
  const widths = fitColumns(natural, columns, look.width, gap.length);
  if (widths === null) return renderRecords(titles, drawn, look);
  const rule = look.muted(
    widths.map((width) => (look.unicode ? '─' : '-').repeat(Math.min(width, look.width))).join(gap),
  );
  return [
    drawRow(titles, columns, widths, look),
    rule,
    ...drawn.map((row) => drawRow(row, columns, widths, look)),
  ].join('\n');
}

function drawRow(row: readonly DrawnCell[], columns: readonly Column[], widths: readonly number[], look: Look): string {
  const height = Math.max(1, ...row.map((cell) => cell.lines.length));
  return Array.from({ length: height }, (_, line) =>
    row
      .map((cell, index) => {
        const width = widths[index] ?? 0;
        const text = truncate(cell.lines[line] ?? '', width, look);
        if (columns[index]?.align === 'right') return padStart(cell.paint(text), width);
        return index === row.length - 1 ? cell.paint(text) : padEnd(cell.paint(text), width);
      })
      .join(gap)
      .trimEnd(),
  ).join('\n');
}
