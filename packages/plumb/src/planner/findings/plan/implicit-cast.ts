import type { Node } from 'libpg-query';
import { comparisonOf } from '../../../rules/sql/comparisons.ts';
import { isNode, namesIn, nodesOf } from '../../../rules/sql/nodes-of.ts';
import { type Condition, conditionsOf, ownColumn } from '../../tree/plan-expression.ts';
import { below, type PlanNode } from '../../tree/plan-tree.ts';
import { withCastConstant } from '../cast-rewrite.ts';
import { shop } from '../examples/shop.ts';
import { isCast } from '../hidden-column.ts';
import { indexesFor } from '../index-keys.ts';
import { definePlanFinding, type PlanView, type Remedy } from '../plan-finding.ts';
import { relationName, scannedSize, tableOf } from '../relation-of.ts';

export default definePlanFinding({
  id: 'implicit-cast',
  from: 'plan',
  severity: 'warning',
  title: 'The column is cast to be compared',
  why: 'The types of both sides are of different families, so the column’s value is cast in every row, and its index is not used.',
  todo: 'Cast the other side to the column’s type, or give both columns the same type.',
  over: ['seq-scan-discards-rows'],
  bad: [
    { base: shop, sql: 'SELECT status FROM orders WHERE id = 42.0' },
    { base: shop, sql: 'SELECT status FROM orders WHERE customer_id = 42::numeric' },
    { base: shop, sql: 'SELECT o.status FROM orders o WHERE o.id = 5::float8' },
    { base: shop, sql: 'SELECT o.status FROM labels l JOIN orders o ON o.id = l.ref WHERE l.id = 1' },
  ],
  good: [
    { base: shop, sql: 'SELECT status FROM orders WHERE id = 42' },
    { base: shop, sql: "SELECT status FROM orders WHERE id = '42'" },
    { base: shop, sql: 'SELECT name FROM labels WHERE id = 5.0' },
    { base: shop, sql: "SELECT id FROM customers WHERE email = 'user5@example.com'" },
    { base: shop, sql: 'SELECT id FROM orders WHERE amount = 5 AND id < 100' },
    { base: shop, sql: "SELECT id FROM orders WHERE placed_at < date '2026-01-02'" },
  ],
  *check(view) {
    for (const { scan, condition, joins } of placesOf(view)) {
      const size = scannedSize(scan, view);
      if (size !== null && size.pages < 100) continue;
      const cast = castColumn(condition.tree, scan, view);
      if (cast === null) continue;
      const table = relationName(scan, view);
      const sql = view.sql === null ? null : withCastConstant(view.sql, cast.column, cast.own);
      const rewrite: Remedy = {
        kind: 'rewrite',
        description: 'Compare with a value of the column’s type',
        sql: sql ?? '',
      };
      const indexes = indexesFor(scan, view, [condition]).map(
        (index): Remedy => ({ kind: 'indexes', indexes: [index] }),
      );
      yield {
        message: `${cast.column} of ${table}${cast.own === null ? '' : ` is ${cast.own}, and`} is cast to ${cast.type} in every row.`,
        node: scan,
        objects: [table],
        evidence: { condition: condition.text },
        remedies: [...(sql === null ? [] : [rewrite]), ...indexes],
        ...(joins ? { gain: 1.5 } : {}),
      };
    }
  },
});

interface Place {
  readonly scan: PlanNode;
  readonly condition: Condition;
  /** Whether it stands in a join above the scan. */
  readonly joins: boolean;
}

/** Every condition with the scans whose columns it may name. */
function placesOf({ plan }: PlanView): readonly Place[] {
  return plan.nodes.flatMap((node): readonly Place[] => {
    if (node.relation !== null) {
      return conditionsOf(node, 'Filter').map((condition) => ({ scan: node, condition, joins: false }));
    }
    const conditions = joining.flatMap((name) => conditionsOf(node, name));
    const scans = conditions.length === 0 ? [] : below(node).filter(({ relation }) => relation !== null);
    return scans.flatMap((scan) => conditions.map((condition) => ({ scan, condition, joins: true })));
  });
}

const joining = ['Hash Cond', 'Merge Cond', 'Join Filter'] as const;

interface CastColumn {
  readonly column: string;
  readonly type: string;
  /** The column's type, where it is known. */
  readonly own: string | null;
}

function castColumn(tree: Node, node: PlanNode, view: PlanView): CastColumn | null {
  const comparison = comparisonOf(tree);
  if (comparison === null || !['=', '<', '>', '<=', '>='].includes(comparison.operator)) return null;
  for (const side of [comparison.left, comparison.right]) {
    if (!isNode(side, 'TypeCast')) continue;
    const column = ownColumn(side.TypeCast.arg, node);
    const type = namesIn(side.TypeCast.typeName?.names).at(-1) ?? '';
    if (column === null || !isCast(type, 'implicit') || isWritten(column, view)) continue;
    const own = tableOf(node, view)?.columns.get(column)?.type ?? null;
    // a varchar is a text to every operator; without the schema it can't be told from a char
    if (type === 'text' && (own === null || !/^character\(|^"char"/.test(own))) continue;
    if (type === 'timestamp' && own === 'date') return { column, type, own };
    return { column, type: type === 'float8' ? 'double precision' : type, own };
  }
  return null;
}

/** Whether the query itself casts the column: then it is no surprise to whoever wrote it. */
function isWritten(column: string, { query }: PlanView): boolean {
  return [...nodesOf(query, 'TypeCast')].some(({ TypeCast: { arg } }) => {
    return arg !== undefined && isNode(arg, 'ColumnRef') && namesIn(arg.ColumnRef.fields).at(-1) === column;
  });
}
