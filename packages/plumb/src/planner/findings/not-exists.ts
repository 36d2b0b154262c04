import type { Node } from 'libpg-query';
import { isNode, namesIn, nodesOf, startOf } from '../../rules/sql/nodes-of.ts';

const form = /^((?:[\w$]+|"(?:[^"]|"")+")(?:\.(?:[\w$]+|"(?:[^"]|"")+"))?)\s+NOT\s+IN\s*\(/i;

/** The query with NOT EXISTS for its NOT IN of a plain sub-query; null where that is not plain enough. */
export function notExistsOf(sql: string, query: Node): string | null {
  const found = [...nodesOf(query, 'BoolExpr')].find(({ BoolExpr: { boolop, args: [first] = [] } }) => {
    return boolop === 'NOT_EXPR' && first !== undefined && isNode(first, 'SubLink');
  });
  const [link] = found?.BoolExpr.args ?? [];
  if (link === undefined || !isNode(link, 'SubLink')) return null;
  const { testexpr, subselect } = link.SubLink;
  if (testexpr === undefined || subselect === undefined || !isNode(subselect, 'SelectStmt')) return null;
  const {
    targetList = [],
    groupClause,
    limitCount,
    havingClause,
    distinctClause,
    op,
    fromClause = [],
  } = subselect.SelectStmt;
  if (groupClause || limitCount || havingClause || distinctClause || op !== 'SETOP_NONE' || fromClause.length !== 1)
    return null;
  const [target] = targetList;
  if (target === undefined || !isNode(target, 'ResTarget') || target.ResTarget.val === undefined) return null;
  if (!isNode(target.ResTarget.val, 'ColumnRef') || !isNode(testexpr, 'ColumnRef')) return null;

  const start = offsetIn(sql, startOf(testexpr));
  const [lead, tested = ''] = form.exec(sql.slice(start)) ?? [];
  if (lead === undefined) return null;
  const end = closing(sql, start + lead.length);
  const inner = sql.slice(start + lead.length, end);
  const parts = /^\s*SELECT\s+(\S+)\s+FROM\s+([\s\S]*)$/i.exec(inner);
  if (parts === null) return null;
  const [, column = '', rest = ''] = parts;
  const outer = qualifiedIn(tested, outerName(query));
  const own = qualifiedIn(column, nameOf(fromClause[0]));
  if (outer === null || own === null) return null;
  const [, from = rest, where] = /^([\s\S]*?)\s+WHERE\s+([\s\S]*)$/i.exec(rest) ?? [];
  const more = where === undefined ? '' : ` AND (${where.trim()})`;
  return `${sql.slice(0, start)}NOT EXISTS (SELECT FROM ${from.trim()} WHERE ${own} = ${outer}${more})${sql.slice(end + 1)}`;
}

function offsetIn(sql: string, byte: number): number {
  return Buffer.from(sql).toString('utf8', 0, byte).length;
}

/** A bare name would be looked for in the sub-query first. */
function qualifiedIn(column: string, table: string | null): string | null {
  if (column.includes('.')) return column;
  return table === null ? null : `${table}.${column}`;
}

function outerName(query: Node): string | null {
  if (!isNode(query, 'SelectStmt')) return null;
  const [only, ...others] = query.SelectStmt.fromClause ?? [];
  return others.length > 0 ? null : nameOf(only);
}

function nameOf(item: Node | undefined): string | null {
  if (item === undefined || !isNode(item, 'RangeVar')) return null;
  const { alias, relname } = item.RangeVar;
  return namesIn([{ String: { sval: alias?.aliasname ?? relname ?? '' } }])[0] ?? null;
}

/** Where the parenthesis closes that was opened before an offset. */
function closing(sql: string, from: number): number {
  let depth = 1;
  for (const { 0: part, index } of sql.slice(from).matchAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|[\s\S]/g)) {
    if (part === '(') depth += 1;
    if (part === ')') depth -= 1;
    if (depth === 0) return from + index;
  }
  return sql.length;
}
