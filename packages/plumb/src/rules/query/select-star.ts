import type { Node, SelectStmt } from 'libpg-query';
import { defineQueryRule } from '../rule.ts';
import { isNode, namesIn, nodesOf, startOf } from '../sql/nodes-of.ts';

const base =
  'CREATE TABLE users (id int PRIMARY KEY, email text, bio text); CREATE TABLE posts (id int PRIMARY KEY, user_id int)';

export default defineQueryRule({
  id: 'select-star',
  group: 'queries',
  severity: 'warning',
  title: 'Reads all columns',
  why: 'It reads and sends columns that nobody needs (also the large ones, which are stored apart), no index alone can answer it, and its result changes when a migration adds or drops a column.',
  todo: 'Name the columns that are used.',
  bad: [
    { base, sql: 'SELECT * FROM users WHERE id = $1' },
    { base, sql: 'SELECT p.id, u.* FROM posts p JOIN users u ON u.id = p.user_id WHERE p.id = $1' },
    { base, sql: 'WITH found AS (SELECT * FROM users WHERE id = $1) SELECT * FROM found' },
    { base, sql: 'INSERT INTO users SELECT * FROM users WHERE id = 1' },
    { base, sql: 'SELECT id, email, bio FROM users WHERE id = 1 UNION ALL SELECT * FROM users WHERE id = 2' },
  ],
  good: [
    { base, sql: 'SELECT id, email FROM users WHERE id = $1' },
    { base, sql: 'SELECT count(*) FROM users' },
    { base, sql: 'SELECT id FROM users u WHERE EXISTS (SELECT * FROM posts p WHERE p.user_id = u.id) AND id = 1' },
    { base, sql: 'SELECT * FROM (SELECT id, email FROM users WHERE id = 1) AS u' },
    { base, sql: 'WITH found AS (SELECT id FROM users WHERE id = $1) SELECT * FROM found' },
    { base, sql: 'SELECT id FROM (SELECT * FROM users) AS u WHERE id = 1' },
    { base, sql: 'SELECT * FROM generate_series(1, 3)' },
    { base, sql: 'SELECT * FROM pg_stat_activity' },
    { base, sql: 'UPDATE users SET bio = $1 WHERE id = $2 RETURNING *' },
  ],
  *check({ tree }) {
    const select = isNode(tree, 'SelectStmt')
      ? tree.SelectStmt
      : isNode(tree, 'InsertStmt') &&
          tree.InsertStmt.selectStmt !== undefined &&
          isNode(tree.InsertStmt.selectStmt, 'SelectStmt')
        ? tree.InsertStmt.selectStmt.SelectStmt
        : null;
    if (select === null) return;
    const withs = new Map<string, Node>();
    for (const { CommonTableExpr: each } of nodesOf(tree, 'CommonTableExpr')) {
      if (each.ctename !== undefined && each.ctequery !== undefined) withs.set(each.ctename, each.ctequery);
    }
    const star = starIn(select, withs);
    if (star !== null) yield { message: `All columns of ${star.table} are read.`, at: star.at };
  },
});

interface Star {
  readonly table: string;
  readonly at: number;
}

/** The star that a result's columns come from, straight from a table. */
function starIn(select: SelectStmt, withs: ReadonlyMap<string, Node>): Star | null {
  for (const arm of [select.larg, select.rarg]) {
    const found = arm === undefined ? null : starIn(arm, withs);
    if (found !== null) return found;
  }
  for (const target of select.targetList ?? []) {
    const value = isNode(target, 'ResTarget') ? target.ResTarget.val : undefined;
    if (value === undefined || !isNode(value, 'ColumnRef')) continue;
    const { fields = [] } = value.ColumnRef;
    if (!fields.some((field) => 'A_Star' in field)) continue;
    const alias = namesIn(fields).at(-1) ?? null;
    for (const node of select.fromClause ?? []) {
      const table = starOf(node, alias, withs);
      if (table !== null) return { table, at: startOf(value) };
    }
  }
  return null;
}

/** The table whose columns a star over something in FROM means; null where their names are written somewhere. */
function starOf(node: Node, alias: string | null, withs: ReadonlyMap<string, Node>): string | null {
  if (isNode(node, 'JoinExpr')) {
    const { larg, rarg } = node.JoinExpr;
    for (const side of [larg, rarg]) {
      const found = side === undefined ? null : starOf(side, alias, withs);
      if (found !== null) return found;
    }
    return null;
  }
  if (isNode(node, 'RangeVar')) {
    const { relname = '', schemaname, alias: own } = node.RangeVar;
    if (alias !== null && alias !== (own?.aliasname ?? relname)) return null;
    if (schemaname === 'pg_catalog' || schemaname === 'information_schema') return null;
    if (schemaname === undefined && relname.startsWith('pg_')) return null;
    const query = schemaname === undefined ? withs.get(relname) : undefined;
    if (query === undefined) return relname;
    const inner = new Map([...withs].filter(([name]) => name !== relname));
    return isNode(query, 'SelectStmt') ? (starIn(query.SelectStmt, inner)?.table ?? null) : null;
  }
  if (isNode(node, 'RangeSubselect')) {
    const { subquery, alias: own } = node.RangeSubselect;
    if (alias !== null && alias !== own?.aliasname) return null;
    if (subquery !== undefined && isNode(subquery, 'SelectStmt'))
      return starIn(subquery.SelectStmt, withs)?.table ?? null;
  }
  return null;
}
