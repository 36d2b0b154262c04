import type { Node, SelectStmt } from 'libpg-query';
import { defineQueryRule } from '../rule.ts';
import { isNode, namesIn, nodesOf, startOf } from '../sql/nodes-of.ts';
import { queryBlocks } from '../sql/query-blocks.ts';

const base =
  'CREATE TABLE users (id int PRIMARY KEY, email text); CREATE TABLE posts (id int PRIMARY KEY, user_id int)';

export default defineQueryRule({
  id: 'count-star-for-existence',
  group: 'queries',
  severity: 'warning',
  title: 'Counts only to see whether there is any',
  why: 'All rows that fit are read and counted, where the first one gives the answer.',
  todo: 'Write `SELECT EXISTS (SELECT FROM … WHERE …)`.',
  bad: [
    { base, sql: 'SELECT count(*) > 0 FROM users WHERE email = $1' },
    {
      base,
      sql: 'SELECT u.id FROM users u WHERE u.id > 4 AND (SELECT count(*) FROM posts p WHERE p.user_id = u.id) > 0',
    },
    { base, sql: 'SELECT (SELECT COUNT(1) FROM posts WHERE user_id = $1) = 0 AS is_empty' },
    { base, sql: "SELECT CASE WHEN count(id) >= 1 THEN 'yes' ELSE 'no' END FROM posts WHERE user_id = $1" },
    { base, sql: 'DELETE FROM users u WHERE (SELECT count(*) FROM posts p WHERE p.user_id = u.id) = 0' },
    { base, sql: 'SELECT id FROM users WHERE id = 5 AND 0 < (SELECT count(*) FROM posts)' },
  ],
  good: [
    { base, sql: 'SELECT EXISTS (SELECT FROM users WHERE email = $1)' },
    { base, sql: 'SELECT count(*) FROM users' },
    { base, sql: 'SELECT count(*) > 10 FROM users' },
    { base, sql: 'SELECT user_id, count(*) > 0 FROM posts WHERE id > 5 GROUP BY user_id' },
    { base, sql: 'SELECT user_id FROM posts WHERE id > 5 GROUP BY user_id HAVING count(*) > 1' },
    { base, sql: 'SELECT count(*), count(*) > 0 AS any FROM posts' },
    { base, sql: "SELECT count(*) FILTER (WHERE email LIKE 'a%') > 0 FROM users" },
  ],
  *check({ tree, catalog }) {
    for (const { select, where } of queryBlocks(tree, catalog)) {
      const condition = [...(select?.targetList ?? []), where, select?.havingClause];
      for (const { A_Expr: each } of ownComparisons(condition)) {
        const { lexpr, rexpr, name } = each;
        const operator = namesIn(name).at(-1) ?? '';
        if (lexpr === undefined || rexpr === undefined) continue;
        const counted = isWholeCount(lexpr, select) ? lexpr : isWholeCount(rexpr, select) ? rexpr : null;
        if (counted === null) continue;
        const bound = integerOf(counted === lexpr ? rexpr : lexpr);
        const asked = counted === lexpr ? `count ${operator} ${bound}` : `${bound} ${operator} count`;
        if (!existence.has(asked)) continue;
        yield { message: `\`${asked}\` only asks whether there is a row.`, at: startOf(lexpr) };
      }
    }
  },
});

const existence = new Set([
  ...['count > 0', 'count >= 1', 'count = 0', 'count <> 0', 'count < 1', 'count <= 0'],
  ...['0 < count', '1 <= count', '0 = count', '0 <> count', '1 > count', '0 >= count'],
]);

/** Comparisons of a block itself, not of queries within. */
function* ownComparisons(tree: unknown): Generator<Extract<Node, { A_Expr: unknown }>> {
  if (Array.isArray(tree)) {
    for (const each of tree) yield* ownComparisons(each);
  } else if (typeof tree === 'object' && tree !== null) {
    if (isNode(tree, 'SubLink')) return;
    if (isNode(tree, 'A_Expr')) yield tree;
    for (const each of Object.values(tree)) yield* ownComparisons(each);
  }
}

/** Whether all that a count is for is this comparison: of a query that only counts, or the only count of this one. */
function isWholeCount(node: Node, around: SelectStmt | null): boolean {
  if (isNode(node, 'SubLink')) {
    const { subselect, subLinkType } = node.SubLink;
    if (subLinkType !== 'EXPR_SUBLINK' || subselect === undefined || !isNode(subselect, 'SelectStmt')) return false;
    const { targetList = [], groupClause = [] } = subselect.SelectStmt;
    const [only] = targetList;
    const value = only !== undefined && isNode(only, 'ResTarget') ? only.ResTarget.val : undefined;
    return targetList.length === 1 && groupClause.length === 0 && value !== undefined && isCount(value);
  }
  if (!isCount(node) || around === null || (around.groupClause ?? []).length > 0) return false;
  return [...nodesOf(around.targetList, 'FuncCall')].filter((each) => isCount(each)).length === 1;
}

function isCount(node: Node): boolean {
  if (!isNode(node, 'FuncCall')) return false;
  const { funcname, agg_filter, agg_distinct, over } = node.FuncCall;
  return (
    namesIn(funcname).at(-1) === 'count' && agg_filter === undefined && agg_distinct !== true && over === undefined
  );
}

function integerOf(node: Node): number | null {
  return isNode(node, 'A_Const') && node.A_Const.ival !== undefined ? (node.A_Const.ival.ival ?? 0) : null;
}
