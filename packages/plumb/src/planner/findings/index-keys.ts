import type { Node } from 'libpg-query';
import { identifier } from '../../catalog/identifier.ts';
import { factsOf } from '../../rules/facts/objects-of.ts';
import { comparisonOf } from '../../rules/sql/comparisons.ts';
import { isNode } from '../../rules/sql/nodes-of.ts';
import {
  type Condition,
  isForeign,
  ownColumn,
  ownColumns,
  sidesOf,
  withoutParentheses,
} from '../tree/plan-expression.ts';
import type { PlanNode } from '../tree/plan-tree.ts';
import type { IndexRemedy, PlanView } from './plan-finding.ts';
import { relationName, tableOf } from './relation-of.ts';

/** What an index can do for one condition. */
interface ServedKey {
  readonly how: 'equal' | 'range' | 'gin';
  /** As it stands in CREATE INDEX. */
  readonly key: string;
}

/** Indexes that would lead to the rows of conditions: equal columns first, then one range, then an order; or GIN. */
export function indexesFor(
  node: PlanNode,
  view: PlanView,
  conditions: readonly Condition[],
  order: readonly string[] = [],
): readonly IndexRemedy[] {
  const table = indexedTable(node, view);
  const served = conditions.flatMap((condition) => servedKey(condition, node, view) ?? []);
  const of = (how: ServedKey['how']): readonly string[] => [
    ...new Set(served.filter((each) => each.how === how).map(({ key }) => key)),
  ];
  const equal = of('equal').slice(0, 4);
  const [range] = of('range');
  const trees = [...(range === undefined || order.length > 0 ? [] : [[...equal, range]]), [...equal, ...order]];
  return [
    ...trees.filter((keys) => keys.length > 0).map((keys) => ({ table, method: 'btree', keys })),
    ...of('gin').map((key) => ({ table, method: 'gin', keys: [key] })),
  ];
}

/** A partition's index is made on the partitioned table. */
function indexedTable(node: PlanNode, view: PlanView): string {
  return view.catalog === null ? relationName(node, view) : rootOf(relationName(node, view), view.catalog);
}

function rootOf(table: string, catalog: NonNullable<PlanView['catalog']>): string {
  const facts = factsOf(catalog, 'table').find(
    ({ schema, name }) => table === `${identifier(schema)}.${identifier(name)}`,
  );
  return facts?.partitionOf == null ? table : rootOf(facts.partitionOf, catalog);
}

/** What of an index a condition could use; null where none would help. */
export function servedKey({ text, tree }: Condition, node: PlanNode, view: PlanView): ServedKey | null {
  const column = ownColumn(isNode(tree, 'BoolExpr') ? tree.BoolExpr.args?.[0] : tree, node);
  if (column !== null) return { how: 'equal', key: identifier(column) };
  if (isNode(tree, 'NullTest') && tree.NullTest.nulltesttype === 'IS_NULL') {
    const tested = ownColumn(tree.NullTest.arg, node);
    return tested === null ? null : { how: 'equal', key: identifier(tested) };
  }
  const comparison = comparisonOf(tree);
  if (comparison === null) return null;
  const { operator, left, right } = comparison;
  const sides = sidesOf(text, operator);
  const own = isForeign(right, node) ? left : isForeign(left, node) ? right : null;
  if (own === null || ownColumns(own, node).length === 0) return null;
  const written = own === left ? sides?.left : sides?.right;
  const key = keyText(own, written ?? null, node);
  if (key === null) return null;
  if (operator === '=') return { how: 'equal', key };
  if (['<', '>', '<=', '>='].includes(operator)) return { how: 'range', key };
  if (own === left && (operator === '~~' || operator === '~~*'))
    return patternKey(own, key, operator, right, { node, view });
  if (own === left && gin.has(operator)) return { how: 'gin', key };
  return null;
}

const gin = new Set(['@>', '?', '?|', '?&', '&&', '@@', '@?']);

function keyText(tree: Node, written: string | null, node: PlanNode): string | null {
  const column = ownColumn(tree, node);
  if (column !== null) return identifier(column);
  // a varchar is compared as text, which its index does too
  if (isNode(tree, 'TypeCast') && written?.endsWith('::text')) {
    const cast = ownColumn(tree.TypeCast.arg, node);
    if (cast !== null) return identifier(cast);
  }
  if (written === null) return null;
  const bare = written.replaceAll(`${identifier(node.relation?.alias ?? '')}.`, '');
  return isNode(tree, 'FuncCall') || isParenthesized(bare) ? bare : `(${bare})`;
}

function isParenthesized(text: string): boolean {
  return withoutParentheses(text) !== text;
}

function patternKey(
  own: Node,
  key: string,
  operator: string,
  pattern: Node,
  { node, view }: { readonly node: PlanNode; readonly view: PlanView },
): ServedKey | null {
  const text = patternText(pattern);
  if (text !== null && operator === '~~' && /^[^%_\\]/.test(text)) {
    const column = ownColumn(isNode(own, 'TypeCast') ? own.TypeCast.arg : own, node);
    const type = column === null ? 'text' : (tableOf(node, view)?.columns.get(column)?.type ?? 'text');
    return { how: 'range', key: `${key} ${type.startsWith('character varying') ? 'varchar' : 'text'}_pattern_ops` };
  }
  const known = view.catalog !== null && factsOf(view.catalog, 'extension').some(({ name }) => name === 'pg_trgm');
  return known ? { how: 'gin', key: `${key} gin_trgm_ops` } : null;
}

/** The text of a pattern that is a constant. */
export function patternText(pattern: Node): string | null {
  if (isNode(pattern, 'TypeCast')) return pattern.TypeCast.arg === undefined ? null : patternText(pattern.TypeCast.arg);
  return isNode(pattern, 'A_Const') ? (pattern.A_Const.sval?.sval ?? null) : null;
}
