import { cast } from './sample-value.ts';
import type { ColumnShape, TableShape } from './table-shape.ts';

const numeric = new Set(['int2', 'int4', 'int8', 'numeric', 'float4', 'float8', 'money']);
const constants = /'((?:[^']|'')*)'|(?<![\w.])(-?\d+(?:\.\d+)?)(?![\w.])/g;
const words = /"((?:[^"]|"")+)"|[\p{L}_][\p{L}\p{N}_$]*/gu;

/**
 * Values that a table's checks and bounds name, by the columns that they speak of: what a check lists it accepts, and
 * where it compares, a neighbour of the number fits.
 */
export function fittingValues({ columns, conditions, bounds }: TableShape): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, readonly string[]>();
  for (const column of columns) {
    const bound = bounds.find(({ columns: keys }) => keys?.includes(column.name));
    const found =
      bound !== undefined
        ? boundValues(bound.text, bound.columns?.indexOf(column.name) ?? 0, column)
        : [...conditions.filter((condition) => names(condition).has(column.name)), ...column.conditions].flatMap(
            (condition) => conditionValues(condition, column),
          );
    if (found.length > 0) values.set(column.name, [...new Set(found)]);
  }
  return values;
}

/** The lower end of a range belongs to a partition, the upper one doesn't. */
function boundValues(text: string, place: number, { type }: ColumnShape): readonly string[] {
  const [, lower, list] = /FROM \((.*?)\) TO|IN \((.*)\)/s.exec(text) ?? [];
  const found = [...(lower ?? list ?? '').matchAll(constants)].map(([, quoted, number]) => number ?? quoted ?? '');
  const fitting = lower === undefined ? found : found.slice(place, place + 1);
  return fitting.map((value) => cast(value.replaceAll("''", "'"), type));
}

function conditionValues(condition: string, { type }: ColumnShape): readonly string[] {
  return [...condition.matchAll(constants)].flatMap(([, text, number]) => {
    const value = number ?? text?.replaceAll("''", "'") ?? '';
    if (!numeric.has(type.base)) return number === undefined ? [cast(value, type)] : [];
    if (value === '' || !Number.isFinite(Number(value))) return [];
    return [1, 2, 3, 0, -1, -2, -3].map((step) => cast(String(Number(value) + step), type));
  });
}

function names(condition: string): ReadonlySet<string> {
  const outsideOfQuotes = condition.replaceAll(/'(?:[^']|'')*'/g, '');
  return new Set([...outsideOfQuotes.matchAll(words)].map(([word, quoted]) => quoted?.replaceAll('""', '"') ?? word));
}
