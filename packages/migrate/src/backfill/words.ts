import { endOfComment, endOfDollarQuote, token } from '../sql/psql-script.ts';

/** A word, a quoted text or a mark of a statement. */
export interface Word {
  readonly text: string;
  /** A keyword or a name that isn't quoted, in lower case; empty for anything else. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** In how many parentheses and brackets it stands; these themselves stand outside of theirs. */
  readonly depth: number;
}

/** What a statement consists of, without blanks and comments. */
export function wordsOf(sql: string): readonly Word[] {
  const words: Word[] = [];
  let depth = 0;
  for (let start = 0; start < sql.length; ) {
    token.lastIndex = start;
    const text = token.exec(sql)?.[0] ?? sql.slice(start);
    let end = start + text.length;
    if (text === '/*') end = endOfComment(sql, start);
    else if (!/^(?:\s|--)/.test(text)) {
      if (text.length > 1 && text.startsWith('$')) end = endOfDollarQuote(sql, end, text);
      if (text === ')' || text === ']') depth -= 1;
      words.push({ text: sql.slice(start, end), word: wordIn(text), start, end, depth });
      if (text === '(' || text === '[') depth += 1;
    }
    start = end;
  }
  return words;
}

function wordIn(text: string): string {
  return /^[\p{L}_]/u.test(text) && !text.endsWith("'") ? folded(text) : '';
}

/** PostgreSQL folds no other letters. */
function folded(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** What a written name means: `Jobs` is `jobs`, `"Jobs"` is itself. */
export function nameMeant(written: string): string {
  return written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : folded(written);
}

export function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
