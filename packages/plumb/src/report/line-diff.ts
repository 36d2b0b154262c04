import type { Look } from './look.ts';

type Line = readonly ['+' | '-' | ' ', string];

/** How many lines around a change are shown. */
const around = 2;

/** What one text has that the other has not, line by line, with a few lines around. */
export function renderLineDiff(before: string, after: string, look: Look): string {
  const lines = lineDiff(linesOf(before), linesOf(after));
  const near = lines.map((_, at) =>
    lines.slice(Math.max(0, at - around), at + around + 1).some(([sign]) => sign !== ' '),
  );
  return lines
    .flatMap(([sign, text], at) => {
      if (!near[at]) return near[at - 1] ? [look.muted('  …')] : [];
      const line = `${sign} ${text}`.trimEnd();
      return [sign === '+' ? look.good(line) : sign === '-' ? look.bad(line) : look.muted(line)];
    })
    .join('\n');
}

function linesOf(text: string): readonly string[] {
  return text.replace(/\r?\n$/, '').split(/\r?\n/);
}

/** By the longest lines that both have in the same order. */
function lineDiff(before: readonly string[], after: readonly string[]): readonly Line[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  const length = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const same = before[i] === after[j];
      const row = lengths[i];
      if (row !== undefined) row[j] = same ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1));
    }
  }
  const lines: Line[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [was, is] = [before[i], after[j]];
    if (was !== undefined && was === is) {
      lines.push([' ', was]);
      i++;
      j++;
    } else if (is === undefined || (was !== undefined && length(i + 1, j) >= length(i, j + 1))) {
      lines.push(['-', was ?? '']);
      i++;
    } else {
      lines.push(['+', is]);
      j++;
    }
  }
  return lines;
}
