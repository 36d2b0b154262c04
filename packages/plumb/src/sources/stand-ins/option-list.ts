import type { Edit } from './edits.ts';
import { closingIndex, nameOf, type Token } from './tokens.ts';

/** How an option list is changed: which options go by their name (`m`, `timescaledb.compress`), and which come. */
export interface OptionChange {
  readonly isKept: (name: string) => boolean;
  readonly added?: readonly string[];
}

/** Changes the options in parentheses behind WITH or SET, at the top of a statement, as they were written. */
export function editOptions(
  text: string,
  tokens: readonly Token[],
  { isKept, added = [] }: OptionChange,
): readonly Edit[] {
  const open = openIndex(tokens);
  const first = open === -1 ? undefined : tokens[open];
  const last = open === -1 ? undefined : tokens[closingIndex(tokens, open)];
  if (first === undefined || last === undefined) {
    const end = tokens.at(-1)?.end ?? text.length;
    return added.length === 0 ? [] : [{ start: end, end, text: ` WITH (${added.join(', ')})` }];
  }
  const inner = tokens.filter(({ start, end }) => start >= first.end && end <= last.start);
  const kept = split(inner).filter((option) => isKept(optionName(option)));
  const texts = [...kept.map((option) => textOf(text, option)), ...added];
  if (texts.length > 0) return [{ start: first.start, end: last.end, text: `(${texts.join(', ')})` }];
  const before = tokens[open - 1];
  return [{ start: before?.word === 'with' ? before.start : first.start, end: last.end, text: '' }];
}

function openIndex(tokens: readonly Token[]): number {
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.text === ')') depth -= 1;
    if (token.text !== '(') continue;
    if (depth === 0 && ['with', 'set'].includes(tokens[index - 1]?.word ?? '')) return index;
    depth += 1;
  }
  return -1;
}

function split(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const options: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    if (token.text === ',' && depth === 0) options.push([]);
    else options.at(-1)?.push(token);
  }
  return options.filter((option) => option.length > 0);
}

function optionName(option: readonly Token[]): string {
  const equals = option.findIndex(({ text }) => text === '=');
  return option
    .slice(0, equals === -1 ? undefined : equals)
    .map((token) => nameOf(token))
    .join('');
}

function textOf(text: string, option: readonly Token[]): string {
  return text.slice(option[0]?.start, option.at(-1)?.end);
}
