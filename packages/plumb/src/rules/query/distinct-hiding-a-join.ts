import { defineQueryRule } from '../rule.ts';
import { columnOf, columnsIn } from '../sql/columns-in.ts';
import { isOneRow } from '../sql/narrowed.ts';
import { isNode, namesIn, nodesOf, startOf } from '../sql/nodes-of.ts';
import { type FromItem, type QueryBlock, queryBlocks } from '../sql/query-blocks.ts';

const base =
  'CREATE TABLE users (id int PRIMARY KEY, name text, team int); CREATE TABLE orders (id int PRIMARY KEY, user_id int, state text)';

export default defineQueryRule({
  id: 'distinct-hiding-a-join',
  group: 'queries',
  severity: 'warning',
  title: 'DISTINCT takes back what a join made',
  why: 'The join repeats each row for every match, and DISTINCT sorts all of them to throw the repetitions away.',
  todo: 'Ask with `WHERE EXISTS (SELECT FROM … WHERE …)`, which ends at the first match and repeats nothing.',
  bad: [
    { base, sql: "SELECT DISTINCT u.id, u.name FROM users u JOIN orders o ON o.user_id = u.id WHERE o.state = 'open'" },
    { base, sql: 'SELECT DISTINCT u.* FROM orders o, users u WHERE o.user_id = u.id AND o.id > 5' },
    { base, sql: 'SELECT DISTINCT u.id, lower(u.name) FROM users u JOIN orders o ON o.user_id = u.id' },
    { base, sql: 'SELECT DISTINCT name FROM users JOIN orders ON user_id = users.id WHERE users.id > 3' },
  ],
  good: [
    { base, sql: 'SELECT u.id FROM users u WHERE u.id > 3 AND EXISTS (SELECT FROM orders o WHERE o.user_id = u.id)' },
    { base, sql: 'SELECT DISTINCT o.state FROM orders o JOIN users u ON u.id = o.user_id WHERE u.team = 5' },
    { base, sql: 'SELECT DISTINCT u.name, o.state FROM users u JOIN orders o ON o.user_id = u.id WHERE u.id > 3' },
    { base, sql: 'SELECT DISTINCT team FROM users WHERE id > 5' },
    {
      base,
      sql: 'SELECT DISTINCT ON (u.id) u.id, u.name FROM users u JOIN orders o ON o.user_id = u.id ORDER BY u.id, o.id',
    },
  ],
  *check({ tree, catalog }) {
    for (const block of queryBlocks(tree, catalog)) {
      const [distinct] = block.select?.distinctClause ?? [];
      // DISTINCT ON says which of the repeated rows it wants
      if (distinct === undefined || Object.keys(distinct).length > 0 || block.from.length < 2) continue;
      const shown = shownTable(block);
      if (shown === null) continue;
      const many = block.from.filter((item) => item !== shown && item.table !== null && !isOneRow(item, block));
      if (many.length === 0) continue;
      const names = many.map(({ table, alias }) => table?.name ?? alias);
      yield {
        message: `Only columns of ${shown.table?.name ?? shown.alias} are shown, each as often as it meets ${names.join(', ')}.`,
        objects: names,
        at: startOf(block.select?.targetList),
      };
    }
  },
});

/** The one table that all columns of a result are of. */
function shownTable(block: QueryBlock): FromItem | null {
  const items = new Set<FromItem | null>();
  for (const target of block.select?.targetList ?? []) {
    const value = isNode(target, 'ResTarget') ? target.ResTarget.val : undefined;
    if (value === undefined) return null;
    if (!isNode(value, 'ColumnRef')) {
      if (nodesOf(value, 'SubLink').length > 0) return null;
      for (const { item } of columnsIn(value, block)) items.add(item);
      continue;
    }
    const { fields = [] } = value.ColumnRef;
    const isStar = fields.some((field) => 'A_Star' in field);
    const alias = namesIn(fields).at(-1);
    items.add(
      isStar ? (block.from.find((item) => item.alias === alias) ?? null) : (columnOf(value, block)?.item ?? null),
    );
  }
  const [only = null] = items;
  return items.size === 1 ? only : null;
}
