import type { Node } from 'libpg-query';
import { defineQueryRule } from '../rule.ts';
import { columnsIn, type UsedColumn } from '../sql/columns-in.ts';
import { alternatives, comparisonOf } from '../sql/comparisons.ts';
import { indexesLedBy, isNarrowed } from '../sql/narrowed.ts';
import { startOf } from '../sql/nodes-of.ts';
import { type QueryBlock, queryBlocks } from '../sql/query-blocks.ts';
import { shapeOf } from '../sql/shape-of.ts';

const base =
  'CREATE TABLE users (id int PRIMARY KEY, email text); CREATE TABLE orders (id int PRIMARY KEY, user_id int REFERENCES users, status text, code text, at timestamptz); CREATE INDEX ON orders (user_id); CREATE INDEX ON orders (code)';

export default defineQueryRule({
  id: 'or-across-columns',
  group: 'queries',
  severity: 'warning',
  title: 'OR over several columns',
  why: 'Where one of the alternatives has no index, or they are of several tables, no index can be used for any: every row is read.',
  todo: 'Write a UNION of queries, one for each alternative, or give each column an index.',
  bad: [
    { base, sql: 'SELECT id FROM orders WHERE user_id = $1 OR status = $2' },
    { base, sql: "SELECT o.id FROM orders o WHERE o.at > $1 AND (o.status = 'new' OR o.code = $2)" },
    { base, sql: 'SELECT o.id FROM orders o JOIN users u ON u.id = o.user_id WHERE u.email = $1 OR o.code = $2' },
    { base, sql: "DELETE FROM orders WHERE status IN ('a', 'b') OR user_id = 5 OR code = 'x'" },
  ],
  good: [
    { base, sql: 'SELECT id FROM orders WHERE user_id = $1 OR code = $2' },
    { base, sql: 'SELECT id FROM orders WHERE user_id = $1 OR user_id = $2' },
    { base, sql: "SELECT id FROM orders WHERE user_id = $1 AND (status = 'new' OR at > $2)" },
    { base, sql: 'SELECT id FROM orders WHERE at < $1 OR (at = $1 AND id < $2)' },
    { base, sql: 'SELECT id FROM orders WHERE $1::int IS NULL OR user_id = $1' },
    { base, sql: 'SELECT id FROM orders WHERE user_id = $1 UNION SELECT id FROM orders WHERE status = $2' },
    { base, sql: "SELECT id, user_id = 1 OR status = 'x' AS mine FROM orders WHERE id = 1" },
  ],
  *check({ tree, catalog }) {
    for (const block of queryBlocks(tree, catalog)) {
      for (const condition of block.conditions) {
        const arms = alternatives(condition).map((arm) => columnsOfArm(arm, block));
        if (arms.length < 2 || arms.some((arm) => arm.length === 0)) continue;
        const items = new Set(arms.flatMap((arm) => arm.map(({ item }) => item)));
        const [first = [], ...rest] = arms;
        const isShared = first.some((one) => rest.every((arm) => arm.some((each) => isSame(each, one))));
        if (isShared || [...items].some((item) => isNarrowed(item, block))) continue;
        const without = arms.find((arm) => !arm.some(({ indexed }) => indexed));
        if (items.size === 1 && without === undefined) continue;
        const names = [...new Set(arms.flatMap((arm) => arm.map(({ column }) => column.name)))];
        const reason = items.size > 1 ? 'they are of several tables' : `${without?.[0]?.column.name} has no index`;
        yield {
          message: `No index is used for ${names.join(' or ')}, because ${reason}.`,
          objects: [...new Set([...items].flatMap(({ table }) => table?.name ?? []))],
          at: startOf(condition),
        };
      }
    }
  },
});

type ArmColumn = UsedColumn & { readonly indexed: boolean };

/** What an alternative compares, and whether an index leads there. */
function columnsOfArm(arm: readonly Node[], block: QueryBlock): readonly ArmColumn[] {
  return arm.flatMap((condition) => {
    const comparison = comparisonOf(condition);
    if (comparison === null || comparison.negated || comparison.operator === '<>') return [];
    return [comparison.left, comparison.right].flatMap((side) =>
      columnsIn(side, block)
        .slice(0, 1)
        .map((used) => ({ ...used, indexed: indexesLedBy(used.table, shapeOf(side)).length > 0 })),
    );
  });
}

function isSame(one: ArmColumn, other: ArmColumn): boolean {
  return one.item === other.item && one.column === other.column;
}
