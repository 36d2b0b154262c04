import { literal } from '../sql/literal.ts';
import { quotedName } from './words.ts';

/** A column of the key, and how its type is compared, as `OPERATOR(pg_catalog.<)`. */
export interface KeyColumn {
  readonly name: string;
  readonly operators: Readonly<Record<Comparison, string>>;
  /** What stands behind a value, such as `::app.address`: only composite types aren't found out without. */
  readonly cast: string | null;
}

/** What a B-tree can compare by. */
type Comparison = 'less' | 'upTo' | 'equal' | 'from' | 'greater';

type Bounding = Exclude<Comparison, 'less' | 'equal'>;

/** Columns whose values are in some order, and never NULL. */
export type Key = readonly [KeyColumn, ...KeyColumn[]];

/** The columns of a key, with their table's name or alias. */
export function keyColumns(key: Key, reference: string): readonly string[] {
  return key.map(({ name }) => `${reference}.${quotedName(name)}`);
}

/** The condition that a row lies behind one bound and not behind another; null is no bound. */
export function between(
  key: Key,
  reference: string,
  after: readonly string[] | null,
  upTo: readonly string[] | null,
): string {
  const conditions = [
    ...(after === null ? [] : [...leading(key, reference, 'from', after), compared(key, reference, 'greater', after)]),
    ...(upTo === null ? [] : [...leading(key, reference, 'upTo', upTo), compared(key, reference, 'upTo', upTo)]),
  ];
  return conditions.length === 0 ? 'true' : conditions.join(' AND ');
}

/** PostgreSQL leaves out partitions by the first column alone, not by a comparison of rows. */
function leading(
  [first, ...others]: Key,
  reference: string,
  by: Bounding,
  bound: readonly string[],
): readonly string[] {
  return others.length === 0 ? [] : [compared([first], reference, by, bound)];
}

/**
 * The operators are those of the index: the search path could lead to others, which order the values in another way. The
 * values bear no type, so that they take the column's, whatever its length or its domain allows.
 */
function compared(key: Key, reference: string, by: Bounding, bound: readonly string[]): string {
  const [{ operators }] = key;
  const operator = operators[by];
  const values = key.map(({ cast }, index) => literal(bound[index] ?? null) + (cast ?? ''));
  const alike = key.every((column) => column.operators[by] === operator && comparesRows.test(operator));
  if (!alike) return comparedOneByOne(key, reference, by, values);
  const columns = keyColumns(key, reference);
  if (key.length === 1) return `${columns.join()} ${operator} ${values.join()}`;
  return `ROW(${columns.join(', ')}) ${operator} ROW(${values.join(', ')})`;
}

/** By such a name PostgreSQL takes operators for whole rows. */
const comparesRows = /^OPERATOR\(\S+\.[<>]=?\)$/;

function comparedOneByOne(
  [first, ...others]: Key,
  reference: string,
  by: Bounding,
  [value = 'NULL', ...values]: readonly string[],
): string {
  const column = `${reference}.${quotedName(first.name)}`;
  const [second, ...more] = others;
  if (second === undefined) return `${column} ${first.operators[by]} ${value}`;
  const strictly = by === 'upTo' ? 'less' : 'greater';
  const behind = comparedOneByOne([second, ...more], reference, by, values);
  return `(${column} ${first.operators[strictly]} ${value} OR (${column} ${first.operators.equal} ${value} AND ${behind}))`;
}
