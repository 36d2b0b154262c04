import type { Node } from 'libpg-query';
import type { Catalog } from '../../catalog/catalog-object.ts';
import { qualified } from '../../catalog/identifier.ts';
import { columnOf, type UsedColumn } from '../../rules/sql/columns-in.ts';
import { comparisonsOf } from '../../rules/sql/comparisons.ts';
import { isNode, nodesOf } from '../../rules/sql/nodes-of.ts';
import { type QueryBlock, queryBlocks } from '../../rules/sql/query-blocks.ts';
import type { Profile } from '../profile/profile.ts';
import { elementsOf } from './array-text.ts';

/** Values for the parameters of a query. */
export interface ParameterValues {
  readonly name: 'given' | 'common' | 'typical' | 'rare';
  readonly values: readonly (string | null)[];
}

/** Values that are common, usual and rare in production for what a query compares its parameters with. */
export function typicalValues(query: Node, catalog: Catalog, profile: Profile | null): readonly ParameterValues[] {
  const count = Math.max(0, ...[...nodesOf(query, 'ParamRef')].map(({ ParamRef }) => ParamRef.number ?? 0));
  if (count === 0 || profile === null) return [];
  const known = new Map([...parametersIn(query, catalog)].map(([number, used]) => [number, valuesOf(used, profile)]));
  for (const number of limitsOf(query)) known.set(number, usualLimit);
  const found = (['common', 'typical', 'rare'] as const).flatMap((name): readonly ParameterValues[] => {
    const values = Array.from({ length: count }, (_, at) => known.get(at + 1)?.[name]);
    return values.every((value) => value !== undefined) ? [{ name, values }] : [];
  });
  return found.filter(({ values }, at) => found.findIndex((each) => `${each.values}` === `${values}`) === at);
}

type Values = Readonly<Record<'common' | 'typical' | 'rare', string>>;

const usualLimit: Values = { common: '20', typical: '20', rare: '20' };

/** The column that each parameter is compared with. */
function* parametersIn(query: Node, catalog: Catalog): Generator<readonly [number, UsedColumn]> {
  for (const block of queryBlocks(query, catalog)) {
    for (const { left, right } of comparisonsOf(block)) {
      yield* pairOf(left, right, block);
      yield* pairOf(right, left, block);
    }
  }
}

function* pairOf(side: Node, other: Node, block: QueryBlock): Generator<readonly [number, UsedColumn]> {
  const column = columnOf(side, block);
  if (column === null) return;
  for (const each of isNode(other, 'List') ? (other.List.items ?? []) : [other]) {
    const bare = isNode(each, 'TypeCast') ? each.TypeCast.arg : each;
    if (bare !== undefined && isNode(bare, 'ParamRef')) yield [bare.ParamRef.number ?? 0, column];
  }
}

function limitsOf(query: Node): readonly number[] {
  return [...nodesOf(query, 'SelectStmt')].flatMap(({ SelectStmt: { limitCount, limitOffset } }) =>
    [limitCount, limitOffset].flatMap((each) =>
      each !== undefined && isNode(each, 'ParamRef') ? [each.ParamRef.number ?? 0] : [],
    ),
  );
}

function valuesOf({ table, column }: UsedColumn, profile: Profile): Values | undefined {
  const found = profile.columns.find(
    (each) => qualified(each.schema, each.relation) === table.name && each.column === column.name && !each.inherited,
  );
  if (found === undefined) return undefined;
  const most = elementsOf(found.mostCommon ?? '{}').flatMap((value) => value ?? []);
  const bounds = elementsOf(found.histogram ?? '{}').flatMap((value) => value ?? []);
  const middle = bounds[Math.floor(bounds.length / 2)] ?? most[Math.floor(most.length / 2)];
  const common = most[0] ?? middle;
  const rare = bounds[Math.floor(bounds.length / 3)] ?? most.at(-1);
  if (middle === undefined || common === undefined || rare === undefined) return undefined;
  return { common, typical: middle, rare };
}
