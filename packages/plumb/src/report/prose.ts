import type { Look } from './look.ts';
import { printable } from './printable.ts';
import { wrap } from './text-width.ts';

/** Lines of prose longer than this tire the eye. */
const widest = 100;

/** Prose behind a label, such as `error: ` or `hint: `, wrapped with the lines below it indented alike. */
export function renderProse(label: string, text: string, paint: (text: string) => string, look: Look): string {
  const indent = ' '.repeat(label.length);
  const endless = look.width === Number.POSITIVE_INFINITY;
  const lines = endless ? text.split('\n') : wrap(text, Math.min(look.width, widest) - label.length);
  return lines
    .map((line) => paintCode(printable(line), look))
    .map((line, index) => (index === 0 ? paint(label) + line : (indent + line).trimEnd()))
    .join('\n');
}

/** Commands and SQL in prose stand between backticks; where there are colours, these take their place. */
function paintCode(line: string, look: Look): string {
  return look.colour ? line.replaceAll(/`([^`]+)`/g, (_all, code: string) => look.code(code)) : line;
}
