import { scanSync } from 'libpg-query';

/** A statement with parameters in place of what constants PostgreSQL left in it, and without comments; null if unreadable. */
export function withoutConstants(sql: string): string | null {
  try {
    const bytes = Buffer.from(sql);
    const { tokens } = scanSync(sql);
    let parameter = Math.max(0, ...[...sql.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number)));
    const parts: string[] = [];
    let from = 0;
    for (const token of tokens) {
      const isComment = comments.has(token.tokenName);
      if (!isComment && !constants.has(token.tokenName)) continue;
      if (!isComment) parameter += 1;
      parts.push(bytes.toString('utf8', from, token.start), isComment ? ' ' : `$${parameter}`);
      from = token.end;
    }
    return parts.join('') + bytes.toString('utf8', from);
  } catch {
    return null;
  }
}

const comments: ReadonlySet<string> = new Set(['SQL_COMMENT', 'C_COMMENT']);
/** Whole numbers that are left are places in a list of columns, or a type's length. */
const constants: ReadonlySet<string> = new Set(['SCONST', 'USCONST', 'BCONST', 'XCONST', 'FCONST']);
