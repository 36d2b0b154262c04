import type { Key } from './candidate.ts';
import type { TableUse } from './table-use.ts';

/** How many columns that are compared for equality are tried together. */
const most = 4;

/** What the b-trees are sorted by that could serve one use of a table: equality first, then a range or an order. */
export function treeKeys({ equal, joined, ranges, orders }: TableUse): readonly (readonly Key[])[] {
  const all = equal.slice(0, most);
  const joins = joined.slice(0, most);
  const bounds = ranges.slice(0, 3);
  const tails = [...ranges.slice(0, most).map((key) => [key]), ...orders];
  const pairs = all.length > 2 ? all.flatMap((one, at) => all.slice(at + 1).map((other) => [one, other])) : [];
  const bases = [...(all.length > 0 ? [all] : []), ...(all.length > 1 ? all.map((key) => [key]) : []), ...pairs];
  const joinBases = [
    ...joins.map((key) => [key]),
    ...(all.length === 0
      ? []
      : joins.flatMap((key) => [
          [key, ...all],
          [...all, key],
        ])),
  ];
  const lists = [
    ...bases.flatMap((base) => [base, ...tails.map((tail) => [...base, ...tail])]),
    ...joinBases.flatMap((base) => [base, ...tails.map((tail) => [...base, ...tail])]),
    ...(joins.length > 1 ? [joins, joins.toReversed()] : []),
    ...tails,
    // what the second of two ranges leaves out need not be looked up in the table
    ...bounds.flatMap((one) => bounds.flatMap((other) => (one === other ? [] : [[...all, one, other]]))),
    ...orders.flatMap((order) => ranges.map((range) => [...all, ...order, range])),
    ...orders.flatMap((order) => (order.length > 1 ? [order.slice(0, 1)] : [])),
  ];
  return lists.map(withoutRepeats);
}

/** A column that is there with one value each is no order any more. */
function withoutRepeats(keys: readonly Key[]): readonly Key[] {
  const seen = new Set<string>();
  return keys.filter(({ text }) => {
    const bare = text.replace(/ (?:DESC|NULLS|text_pattern_ops|varchar_pattern_ops).*$/, '');
    if (seen.has(bare)) return false;
    seen.add(bare);
    return true;
  });
}
