import type { SqlSource } from '../sql/source.ts';
import { type SyntaxFault, splitStatements } from '../sql/split-statements.ts';
import type { FoundQuery } from './found-query.ts';
import { withPlaceholders } from './with-placeholders.ts';

/** The queries of a file of SQL, one for each statement. */
export async function findInSql(source: SqlSource): Promise<readonly FoundQuery[] | SyntaxFault> {
  const split = await splitStatements(source);
  if (split.statements === null) return split.fault;
  return split.statements.flatMap(({ start: from, text: whole, tree }): readonly FoundQuery[] => {
    const bare = queryIn(whole);
    if (bare === '') return [];
    const start = from + whole.length - bare.length;
    const written = {
      text: bare,
      pieces: [{ at: 0, length: bare.length, from: start, fileLength: bare.length }],
      holes: [],
    };
    const found = tree === null ? withPlaceholders(written) : written;
    return [{ source, start, end: start + bare.length, ...found, written: 'file', open: false, inLoop: false }];
  });
}

/**
 * Comments before a statement and commands of psql belong to it, but it begins behind them; of EXPLAIN and PREPARE the
 * query matters.
 */
function queryIn(text: string): string {
  return text.replace(/^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/|\\[^\n]*(?:\n|$))+/, '').replace(wrapper, '');
}

const wrapper =
  /^(?:explain\b\s*(?:\([^)]*\)|(?:\b(?:analy[sz]e|verbose)\b\s*)*)|prepare\s+(?:"[^"]+"|\w+)\s*(?:\((?:[^()]|\([^()]*\))*\)\s*)?as\b)\s*(?=\(|\w)/i;
