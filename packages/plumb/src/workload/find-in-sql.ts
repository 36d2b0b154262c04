import type { SqlSource } from '../sql/source.ts';
import { type SyntaxFault, splitStatements } from '../sql/split-statements.ts';
import type { FoundQuery } from './found-query.ts';

/** The queries of a file of SQL, one for each statement. */
export async function findInSql(source: SqlSource): Promise<readonly FoundQuery[] | SyntaxFault> {
  const split = await splitStatements(source);
  if (split.statements === null) return split.fault;
  return split.statements.map(({ start: from, text: whole }) => {
    const text = withoutComments(whole);
    const start = from + whole.length - text.length;
    return {
      source,
      start,
      end: start + text.length,
      text,
      pieces: [{ at: 0, length: text.length, from: start, fileLength: text.length }],
      written: 'file',
      holes: [],
      open: false,
    };
  });
}

/** Comments before a statement belong to it, but it begins behind them. */
function withoutComments(text: string): string {
  return text.replace(/^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)+/, '');
}
