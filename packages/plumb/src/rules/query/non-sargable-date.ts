import type { Node } from 'libpg-query';
import { defineQueryRule } from '../rule.ts';
import { columnsIn, isConstant, type UsedColumn } from '../sql/columns-in.ts';
import { comparisonsOf } from '../sql/comparisons.ts';
import { indexesLedBy, isNarrowed } from '../sql/narrowed.ts';
import { isNode, namesIn, startOf } from '../sql/nodes-of.ts';
import { type QueryBlock, queryBlocks } from '../sql/query-blocks.ts';
import { shapeOf } from '../sql/shape-of.ts';

const base =
  'CREATE TABLE orders (id int PRIMARY KEY, placed timestamp, created_at timestamptz NOT NULL, due date); CREATE INDEX ON orders (created_at); CREATE INDEX ON orders (placed)';

export default defineQueryRule({
  id: 'non-sargable-date',
  group: 'queries',
  severity: 'warning',
  title: 'A point in time is computed before it is compared',
  why: 'The function runs for every row, and an index on the column can’t be used, since it holds other values.',
  todo: "Compare the column itself with a half-open range: `created_at >= $1 AND created_at < $1 + interval '1 day'`.",
  over: ['function-on-indexed-column'],
  bad: [
    { base, sql: "SELECT id FROM orders WHERE date(created_at) = '2026-01-31'" },
    { base, sql: 'SELECT id FROM orders WHERE created_at::date = $1' },
    { base, sql: "SELECT id FROM orders o WHERE date_trunc('month', o.placed) = $1 AND id > 0" },
    { base, sql: 'SELECT count(*) FROM orders WHERE extract(year FROM created_at) = 2026' },
    { base, sql: "SELECT id FROM orders WHERE created_at::text LIKE '2026-01%'" },
    { base, sql: "SELECT id FROM orders WHERE to_char(created_at, 'YYYY-MM') = '2026-01'" },
    { base, sql: "SELECT id FROM orders WHERE (created_at AT TIME ZONE 'UTC')::date BETWEEN $1 AND $2" },
    { base, sql: "DELETE FROM orders WHERE created_at + interval '30 days' < now()" },
    { base, sql: "SELECT id FROM orders WHERE now() - created_at < interval '1 hour'" },
  ],
  good: [
    { base, sql: "SELECT id FROM orders WHERE created_at >= '2026-01-31' AND created_at < '2026-02-01'" },
    { base, sql: "SELECT id FROM orders WHERE created_at > now() - interval '1 hour'" },
    { base, sql: "SELECT id FROM orders WHERE created_at >= date_trunc('month', now())" },
    { base, sql: 'SELECT id FROM orders WHERE due::date = $1' },
    { base, sql: "SELECT date_trunc('day', created_at) AS day, count(*) FROM orders WHERE id > 5 GROUP BY 1" },
    { base: `${base}; CREATE INDEX ON orders (date(placed))`, sql: 'SELECT id FROM orders WHERE placed::date = $1' },
    {
      base: `${base}; CREATE INDEX ON orders (date_trunc('month', placed))`,
      sql: "SELECT id FROM orders WHERE date_trunc('month', placed) = $1",
    },
    { base, sql: "SELECT id FROM orders WHERE id = $1 AND date(created_at) = '2026-01-31'" },
  ],
  *check({ tree, catalog }) {
    for (const block of queryBlocks(tree, catalog)) {
      for (const { node, left, right } of comparisonsOf(block)) {
        const used = computed(left, block) ?? computed(right, block);
        const other = used?.side === left ? right : left;
        if (used === null || !isConstant(other) || isNarrowed(used.item, block)) continue;
        const served = indexesLedBy(used.table, shapeOf(used.side)).some(({ keys }) =>
          keys.some((key) => key.column === null),
        );
        if (served) continue;
        yield {
          message: `${used.column.name} of ${used.table.name} is computed for every row, and no index on it is used.`,
          objects: [used.table.name],
          at: startOf(node),
        };
      }
    }
  },
});

const functions = new Set(['date', 'date_trunc', 'extract', 'date_part', 'to_char', 'timezone', 'age', 'date_bin']);
const types = new Set(['date', 'time', 'timetz', 'text', 'varchar']);

/** The column of a point in time that a side of a comparison computes something of. */
function computed(side: Node, block: QueryBlock): (UsedColumn & { readonly side: Node }) | null {
  const [used, ...others] = columnsIn(side, block);
  if (used === undefined || others.length > 0 || !isComputed(side)) return null;
  const { type } = used.column;
  if (!/^(?:timestamp|date)/.test(type)) return null;
  // a date is a date already
  if (type === 'date' && isNode(side, 'TypeCast')) return null;
  return { ...used, side };
}

function isComputed(side: Node): boolean {
  if (isNode(side, 'FuncCall')) return functions.has(namesIn(side.FuncCall.funcname).at(-1) ?? '');
  if (isNode(side, 'TypeCast')) return types.has(namesIn(side.TypeCast.typeName?.names).at(-1) ?? '');
  return isNode(side, 'A_Expr') && ['+', '-'].includes(namesIn(side.A_Expr.name).at(-1) ?? '');
}
