import type { Profile, ProfiledColumn, ProfiledRelation, ProfiledStatistics } from '../profile/profile.ts';
import { mapArray } from './array-text.ts';
import { withoutConstants } from './query-constants.ts';
import { type Sealed, seal, type Values } from './seal.ts';
import { type Room, rangeStandIn, type StandIn, shapedStandIn, valueStandIns } from './value-stand-ins.ts';
import type { ValueType, ValueTypes } from './value-types.ts';

/**
 * The profile with stand-ins in place of all values: in their order, and equal where they were equal, so that joins, sorts
 * and generic plans stay as they are. The values themselves are sealed within, for whoever has the key.
 */
export function anonymizeProfile(profile: Profile, types: ValueTypes, key: Buffer): Profile {
  const standIns = valueStandIns(key);
  const withheld: string[] = [];
  const sealed: Sealed = { columns: [], ends: [], statistics: [], queries: [] };

  const columns = profile.columns.map((column, at): ProfiledColumn => {
    const type = types.of(column.schema, column.relation, column.column);
    const { values, rest } = partsOf(column);
    if (Object.values(values).every((value) => value === undefined)) return column;
    sealed.columns.push([at, values]);
    const replaced = type === undefined ? null : replacedValues(values, type, standIns);
    if (replaced === null) withheld.push(`${column.schema}.${column.relation}.${column.column}`);
    return { ...rest, ...replaced };
  });

  const relations = profile.relations.map((relation, at): ProfiledRelation => {
    const ends = relation.tree?.ends;
    if (relation.tree === undefined || ends === undefined) return relation;
    sealed.ends.push([at, ends]);
    const { ends: _, ...tree } = relation.tree;
    const type = types.ofFirstKey(relation.schema, relation.name);
    const [least, greatest] = (type === undefined ? null : inEitherRoom(type, standIns, (one) => all(ends, one))) ?? [];
    if (least !== undefined && greatest !== undefined)
      return { ...relation, tree: { ...tree, ends: [least, greatest] } };
    withheld.push(`${relation.schema}.${relation.name}`);
    return { ...relation, tree };
  });

  const statistics = profile.statistics.map((one, at): ProfiledStatistics => {
    const { mostCommon, expressions, ...rest } = one;
    if (mostCommon === undefined && expressions === undefined) return one;
    sealed.statistics.push([at, { mostCommon, expressions }]);
    const list = mostCommon === undefined ? undefined : replacedList(mostCommon, typesOf(one, types), standIns);
    // the types of expressions aren't known
    const plain = expressions?.map((each) => (each === null ? null : partsOf(each).rest));
    if (list === null || expressions !== undefined) withheld.push(`${one.schema}.${one.name}`);
    return { ...rest, ...(list ? { mostCommon: list } : {}), ...(plain === undefined ? {} : { expressions: plain }) };
  });

  const queries = profile.queries.flatMap((query) => {
    const sql = withoutConstants(query.sql);
    if (sql === null) return [];
    sealed.queries.push(query.sql);
    return [{ ...query, sql }];
  });
  const anonymized = { withheld: [...new Set(withheld)], sealed: seal(sealed, key) };
  return { ...profile, relations, columns, statistics, queries, anonymized };
}

type Distribution = Omit<ProfiledColumn, 'schema' | 'relation' | 'column' | 'position' | 'inherited'>;

/** Values, and the rest. */
function partsOf<Whole extends Distribution>(
  whole: Whole,
): { readonly values: Values; readonly rest: Omit<Whole, keyof Values> } {
  const {
    mostCommon,
    frequencies,
    histogram,
    mostCommonElements,
    elementFrequencies,
    rangeLengths,
    emptyRanges,
    rangeBounds,
    ...rest
  } = whole;
  const values = {
    mostCommon,
    frequencies,
    histogram,
    mostCommonElements,
    elementFrequencies,
    rangeLengths,
    emptyRanges,
    rangeBounds,
  };
  return { values, rest };
}

type StandIns = ReturnType<typeof valueStandIns>;

function inEitherRoom<Result>(
  type: ValueType,
  standIns: StandIns,
  work: (shaped: StandIn, element: StandIn) => Result | null,
): Result | null {
  const rooms: readonly Room[] = ['usual', 'narrow'];
  for (const room of rooms) {
    const standIn = standIns(type, room);
    const result = standIn === null ? null : work(shapedStandIn(type, standIn), standIn);
    if (result !== null) return result;
  }
  return null;
}

function all(values: readonly string[], standIn: StandIn): readonly string[] | null {
  const replaced = values.map(standIn);
  return replaced.some((value) => value === null) ? null : replaced.filter((value) => value !== null);
}

/** Lengths of ranges are no values, and stay. */
function replacedValues(values: Values, type: ValueType, standIns: StandIns): Values | null {
  return inEitherRoom(type, standIns, (shaped, element) => {
    const replaced: Values = {
      ...values,
      mostCommon: replacedArray(values.mostCommon, shaped),
      histogram: replacedArray(values.histogram, shaped),
      mostCommonElements: replacedArray(values.mostCommonElements, element),
      rangeBounds: replacedArray(values.rangeBounds, (text) => rangeStandIn(text, element)),
    };
    return lists.some((list) => values[list] !== undefined && replaced[list] === undefined) ? null : replaced;
  });
}

const lists = ['mostCommon', 'histogram', 'mostCommonElements', 'rangeBounds'] as const;

function replacedArray(array: string | undefined, standIn: StandIn): string | undefined {
  return array === undefined ? undefined : (mapArray(array, standIn) ?? undefined);
}

function typesOf(
  { schema, name, attributes }: ProfiledStatistics,
  types: ValueTypes,
): readonly (ValueType | undefined)[] {
  const table = types.tableOf(schema, name);
  return attributes.map((attribute) =>
    table === undefined || typeof attribute === 'number' ? undefined : types.of(table.schema, table.name, attribute),
  );
}

type List = NonNullable<ProfiledStatistics['mostCommon']>;

function replacedList(list: List, types: readonly (ValueType | undefined)[], standIns: StandIns): List | null {
  const columns = types.map((type, at) => {
    const values = list.map((item) => item.values[at] ?? null);
    if (type === undefined) return null;
    return inEitherRoom(type, standIns, (shaped) => {
      const replaced = values.map((value) => (value === null ? null : shaped(value)));
      return replaced.some((value, row) => value === null && values[row] !== null) ? null : replaced;
    });
  });
  if (columns.some((column) => column === null)) return null;
  return list.map((item, row) => ({ ...item, values: columns.map((column) => column?.[row] ?? null) }));
}
