import type { Node } from 'libpg-query';
import { isNode, namesIn } from './nodes-of.ts';

const aggregating =
  /^(?:count|sum|avg|min|max|every|mode|bool_(?:and|or)|bit_(?:and|or|xor)|any_value|(?:array|string|jsonb?|jsonb?_object|xml|range)_?agg|percentile_\w+|stddev\w*|var(?:iance|_\w+)|corr|covar_\w+|regr_\w+)$/;

/** Whether an expression makes one value of all rows; what a query within does is its own. */
export function aggregates(tree: unknown): boolean {
  if (Array.isArray(tree)) return tree.some(aggregates);
  if (typeof tree !== 'object' || tree === null || isNode(tree, 'SubLink')) return false;
  if (isNode(tree, 'FuncCall') && isAggregate(tree)) return true;
  return Object.values(tree).some(aggregates);
}

function isAggregate({ FuncCall: { funcname, over } }: Extract<Node, { FuncCall: unknown }>): boolean {
  return over === undefined && aggregating.test(namesIn(funcname).at(-1) ?? '');
}
