import { scanSync } from 'libpg-query';

/** A word, a quoted text or a mark of SQL, at offsets that count UTF-16 units. */
export interface Token {
  readonly text: string;
  /** In lower case, for comparing with keywords. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** None where words can't be told apart: a quote that never ends. Comments are no words. */
export function tokensOf(text: string): readonly Token[] {
  const bytes = Buffer.from(text);
  const isAscii = bytes.length === text.length;
  const offset = (byte: number): number => (isAscii ? byte : bytes.toString('utf8', 0, byte).length);
  try {
    return scanSync(text)
      .tokens.filter(({ tokenName }) => tokenName !== 'SQL_COMMENT' && tokenName !== 'C_COMMENT')
      .map((token) => ({
        text: token.text,
        word: token.text.toLowerCase(),
        start: offset(token.start),
        end: offset(token.end),
      }));
  } catch {
    return [];
  }
}

/** A name as SQL means it: `"Fast"` is Fast, and Fast is fast. */
export function nameOf({ text }: Token): string {
  return text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text.toLowerCase();
}

/** Where the parenthesis that opens at an index closes. */
export function closingIndex(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let index = open; index < tokens.length; index += 1) {
    const mark = tokens[index]?.text;
    if (mark === '(') depth += 1;
    else if (mark === ')' && --depth === 0) return index;
  }
  return tokens.length - 1;
}
