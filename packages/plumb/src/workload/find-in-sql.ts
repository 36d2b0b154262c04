import type { SqlSource } from '../sql/source.ts';
import { type SyntaxFault, splitStatements } from '../sql/split-statements.ts';
import type { FoundQuery } from './found-query.ts';
import { sqlText } from './sql-text.ts';

/** The queries of a file of SQL, one for each statement. */
export async function findInSql(source: SqlSource): Promise<readonly FoundQuery[] | SyntaxFault> {
  const split = await splitStatements(source);
  if (split.statements === null) return split.fault;
  return split.statements.map(({ start: from, text: whole, tree }) => {
    const bare = withoutComments(whole);
    const start = from + whole.length - bare.length;
    const text = sqlText();
    if (tree === null) addWithNames(text, bare, start);
    else text.add(bare, start, bare.length);
    const { pieces, holes } = text;
    const rest = { written: 'file', open: false, inLoop: false } as const;
    return { source, start, end: start + bare.length, text: text.text(), pieces, holes, ...rest };
  });
}

/** Comments before a statement belong to it, but it begins behind them. */
function withoutComments(text: string): string {
  return text.replace(/^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)+/, '');
}

const parts = /'(?:[^']|'')*'|"[^"]*"|--[^\n]*|::|(:[A-Za-z_]\w*!?)|[^'":-]+|./gs;

/** Tools let queries name their parameters, `:userId`, and put numbers there. */
function addWithNames(text: ReturnType<typeof sqlText>, sql: string, start: number): void {
  const names: string[] = [];
  for (const { 0: part, 1: name, index } of sql.matchAll(parts)) {
    if (name !== undefined && !names.includes(name)) names.push(name);
    text.add(name === undefined ? part : `$${names.indexOf(name) + 1}`, start + index, part.length);
  }
}
