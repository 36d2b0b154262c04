import { type Node, parseSync } from 'libpg-query';
import { nodesOf } from './nodes-of.ts';

/** A statement, or those that can be read in the block of a DO, written there or in a constant that is executed. */
export function statementsWithin(tree: Node | null): readonly Node[] {
  if (tree === null) return [];
  if (!('DoStmt' in tree)) return [tree];
  const [body = ''] = [...nodesOf(tree, 'DefElem')].flatMap(({ DefElem: { defname, arg } }) =>
    defname === 'as' && arg !== undefined && 'String' in arg ? [arg.String.sval ?? ''] : [],
  );
  return statementsIn(body);
}

/** Those of a body in PL/pgSQL or SQL. */
export function statementsIn(body: string): readonly Node[] {
  return body.replaceAll(comments, ' ').split(';').flatMap(parsed);
}

const comments = /--[^\r\n]*|\/\*[\s\S]*?\*\//g;
const control = /^[\s\S]*\b(?:begin|then|else|loop)\b/i;
const constant = /^\s*execute\s+'((?:[^']|'')*)'\s*$/i;

function parsed(piece: string): readonly Node[] {
  const text = piece.replace(control, '').trim();
  const [, executed] = constant.exec(text) ?? [];
  const sql = executed === undefined ? text : executed.replaceAll("''", "'");
  if (sql === '') return [];
  try {
    return (parseSync(sql).stmts ?? []).flatMap(({ stmt }) => stmt ?? []);
  } catch {
    // what only PL/pgSQL understands
    return [];
  }
}
