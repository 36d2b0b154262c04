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
  todo: 'Write `NOT EXISTS (SELECT FROM … WHERE … = …)`.',
  bad: [
    { base, sql: 'SELECT id FROM users WHERE id NOT IN (SELECT user_id FROM bans)' },
    { base, sql: 'DELETE FROM users u WHERE NOT (u.id IN (SELECT b.user_id FROM bans b))' },
    { base, sql: 'SELECT id FROM users WHERE id <> ALL (SELECT user_id FROM bans)' },
    { base, sql: 'SELECT id FROM users WHERE id > 5 AND id NOT IN (SELECT author FROM posts)' },
  ],
  good: [
    { base, sql: 'SELECT id FROM users u WHERE NOT EXISTS (SELECT FROM bans b WHERE b.user_id = u.id) AND id > 1' },
    { base, sql: 'SELECT id FROM users WHERE id NOT IN (1, 2, 3)' },
    { base, sql: 'SELECT id FROM users WHERE id IN (SELECT user_id FROM bans)' },
    { base, sql: 'SELECT id FROM users WHERE id NOT IN (SELECT user_id FROM bans WHERE user_id IS NOT NULL)' },
    { base, sql: 'SELECT u.id FROM users u LEFT JOIN bans b ON b.user_id = u.id WHERE b.id IS NULL' },
    { base, sql: 'SELECT id FROM users WHERE id <> ALL ($1)' },
  ],
  *check({ tree, catalog }) {
    const blocks = queryBlocks(tree, catalog);
    for (const link of excludedBy(tree)) {
      const subselect = isNode(link, 'SubLink') ? link.SubLink.subselect : undefined;
      const select = subselect !== undefined && isNode(subselect, 'SelectStmt') ? subselect.SelectStmt : undefined;
      const block = blocks.find((each) => each.select === select);
      const [target] = select?.targetList ?? [];
      const value = target !== undefined && isNode(target, 'ResTarget') ? target.ResTarget.val : undefined;
      if (block === undefined || value === undefined || isSaidNotNull(value, block)) continue;
      const column = columnOf(value, block);
      yield {
        message:
          column?.column.notNull === true
            ? 'The values are looked through by NOT IN, which is no anti-join.'
            : `Where ${column?.column.name ?? 'a value'} is NULL once, NOT IN finds nothing.`,
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

function isSaidNotNull(value: Node, { conditions }: QueryBlock): boolean {
  return conditions.some((each) => {
    if (!isNode(each, 'NullTest') || each.NullTest.nulltesttype !== 'IS_NOT_NULL') return false;
    return shapeOf(each.NullTest.arg) === shapeOf(value);
  });
}
