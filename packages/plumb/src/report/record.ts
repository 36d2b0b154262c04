import type { DrawnCell } from './cell.ts';
import type { Look } from './look.ts';
import { padEnd, textWidth } from './text-width.ts';

/** Draws rows one under another, a line for each column: nothing is cut, the terminal wraps what is long. */
export function renderRecords(
  titles: readonly DrawnCell[],
  rows: readonly (readonly DrawnCell[])[],
  look: Look,
): string {
  const titleWidth = Math.max(0, ...titles.map((title) => title.width));
  return rows.map((row, index) => [head(index, look), ...drawRecord(titles, row, titleWidth)].join('\n')).join('\n');
}

function head(index: number, look: Look): string {
  const dash = look.unicode ? '─' : '-';
  const label = `${dash}${dash} ${index + 1} `;
  return look.muted(label + dash.repeat(Math.max(0, Math.min(look.width, 40) - textWidth(label))));
}

function drawRecord(titles: readonly DrawnCell[], row: readonly DrawnCell[], titleWidth: number): string[] {
  return row.flatMap((cell, index) => {
    const title = titles[index];
    return cell.lines.map((line, lineIndex) => {
      const label = lineIndex === 0 && title !== undefined ? title.paint(title.lines.join(' ')) : '';
      return `${padEnd(label, titleWidth)}  ${cell.paint(line)}`.trimEnd();
    });
  });
}
