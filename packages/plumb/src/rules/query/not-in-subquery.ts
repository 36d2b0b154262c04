import type { Node } from 'libpg-query';
import { defineQueryRule } from '../rule.ts';
import { columnOf } from '../sql/columns-in.ts';
import { isNode, nodesOf, startOf } from '../sql/nodes-of.ts';
import { type QueryBlock, queryBlocks } from '../sql/query-blocks.ts';
import { shapeOf } from '../sql/shape-of.ts';

const base =
  'CREATE TABLE users (id int PRIMARY KEY); CREATE TABLE bans (id int PRIMARY KEY, user_id int); CREATE TABLE posts (id int PRIMARY KEY, author int NOT NULL)';

export default defineQueryRule({
  id: 'not-in-subquery',
  group: 'queries',
  severity: 'warning',
  title: 'NOT IN with a query',
  why: 'One NULL among the values makes NOT IN true for no row at all. And PostgreSQL can’t make an anti-join of it: where the values don’t fit into memory, it looks through all of them for each row.',
  todo: 'Write `NOT EXISTS (SELECT FROM … WHERE … = …)`, or make the column NOT NULL.',
  bad: [
    { base, sql: 'SELECT id FROM users WHERE id NOT IN (SELECT user_id FROM bans)' },
    { base, sql: 'DELETE FROM users u WHERE NOT (u.id IN (SELECT b.user_id FROM bans b))' },
    { base, sql: 'SELECT id FROM users WHERE id <> ALL (SELECT user_id FROM bans)' },
    { base, sql: 'SELECT id FROM users WHERE id > 5 AND id NOT IN (SELECT user_id FROM bans UNION SELECT 1)' },
    { base, sql: 'SELECT id FROM users WHERE (id, id) NOT IN (SELECT id, user_id FROM bans)' },
    {
      base,
      sql: 'SELECT id FROM users WHERE id NOT IN (SELECT p.author FROM bans b LEFT JOIN posts p ON p.id = b.id)',
    },
  ],
  good: [
    { base, sql: 'SELECT id FROM users u WHERE NOT EXISTS (SELECT FROM bans b WHERE b.user_id = u.id) AND id > 1' },
    { base, sql: 'SELECT id FROM users WHERE id NOT IN (1, 2, 3)' },
    { base, sql: 'SELECT id FROM users WHERE id IN (SELECT user_id FROM bans)' },
    { base, sql: 'SELECT id FROM users WHERE id NOT IN (SELECT user_id FROM bans WHERE user_id IS NOT NULL)' },
    { base, sql: 'SELECT u.id FROM users u LEFT JOIN bans b ON b.user_id = u.id WHERE b.id IS NULL' },
    { base, sql: 'SELECT id FROM users WHERE id <> ALL ($1)' },
    { base, sql: 'SELECT id FROM users WHERE id > 5 AND id NOT IN (SELECT author FROM posts)' },
    { base, sql: 'SELECT id FROM users WHERE id NOT IN (SELECT b.id FROM bans b JOIN posts p ON p.id = b.id)' },
  ],
  *check({ tree, catalog }) {
    const blocks = queryBlocks(tree, catalog);
    for (const link of excludedBy(tree)) {
      const subselect = isNode(link, 'SubLink') ? link.SubLink.subselect : undefined;
      const select = subselect !== undefined && isNode(subselect, 'SelectStmt') ? subselect.SelectStmt : undefined;
      const block = blocks.find((each) => each.select === select);
      const values = (select?.targetList ?? []).flatMap((each) =>
        isNode(each, 'ResTarget') ? [each.ResTarget.val] : [],
      );
      if (select === undefined) continue;
      const open = values.filter((value) => block === undefined || value === undefined || !hasNoNull(value, block));
      if (values.length > 0 && open.length === 0) continue;
      const column = block === undefined ? null : columnOf(open[0], block);
      yield {
        message: `Where ${column?.column.name ?? 'a value'} is NULL once, NOT IN finds nothing.`,
        objects: column === null ? [] : [column.table.name],
        at: startOf(link),
      };
    }
  },
});

function* excludedBy(tree: Node): Generator<Node> {
  for (const { BoolExpr: each } of nodesOf(tree, 'BoolExpr')) {
    const [inner] = each.args ?? [];
    if (each.boolop !== 'NOT_EXPR' || inner === undefined || !isNode(inner, 'SubLink')) continue;
    if (inner.SubLink.subLinkType === 'ANY_SUBLINK') yield inner;
  }
  for (const link of nodesOf(tree, 'SubLink')) {
    const [operator] = link.SubLink.operName ?? [];
    const isUnequal = operator !== undefined && 'String' in operator && operator.String.sval === '<>';
    if (link.SubLink.subLinkType === 'ALL_SUBLINK' && isUnequal) yield link;
  }
}

/** Whether no value of a query can be NULL, by its column or by what the query asks for. */
function hasNoNull(value: Node, block: QueryBlock): boolean {
  const used = columnOf(value, block);
  if (used?.column.notNull === true && !used.item.optional) return true;
  return block.conditions.some((each) => {
    if (!isNode(each, 'NullTest') || each.NullTest.nulltesttype !== 'IS_NOT_NULL') return false;
    return shapeOf(each.NullTest.arg) === shapeOf(value);
  });
}
