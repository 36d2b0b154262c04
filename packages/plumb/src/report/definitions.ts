import type { Look } from './look.ts';
import { padEnd, textWidth, wrap } from './text-width.ts';

/** A term and what it means. */
export type Definition = readonly [term: string, meaning: string];

const widestTerm = 44;
const narrowestMeaning = 20;

/** Terms on the left and their meaning on the right; one under the other where there is no room. */
export function renderDefinitions(definitions: readonly Definition[], look: Look): string {
  const terms = definitions.map(([term]) => textWidth(term));
  const column = Math.max(0, ...terms.filter((width) => width <= widestTerm)) + 4;
  const room = Math.min(look.width, 100) - column;
  const sideBySide = room >= narrowestMeaning;
  return definitions
    .flatMap(([term, meaning]) => {
      const left = `  ${look.code(term)}`;
      if (!sideBySide || textWidth(term) > column - 4) {
        return [left, ...wrap(meaning, Math.min(look.width, 100) - 6).map((line) => `      ${line}`)];
      }
      const [first = '', ...others] = wrap(meaning, room);
      return [padEnd(left, column) + first, ...others.map((line) => ' '.repeat(column) + line)];
    })
    .join('\n');
}
