const pieces = /"(?:[^"]|"")*"|'(?:[^']|'')*'|--[^\r\n]*|\/\*[\s\S]*?\*\//g;

/** A statement with a blank for each comment, to look at its first words. */
export function withoutComments(sql: string): string {
  return sql.replaceAll(pieces, (piece) => (piece.startsWith('-') || piece.startsWith('/') ? ' ' : piece)).trim();
}

/** A name, perhaps with its schema, in a regular expression. */
export const namePattern = String.raw`(?:"(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*)(?:\s*\.\s*(?:"(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*))*`;
