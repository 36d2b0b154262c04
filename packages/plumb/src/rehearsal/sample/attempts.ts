import { identifier } from '../../catalog/identifier.ts';
import { fittingValues } from './fitting-values.ts';
import { sampleValue } from './sample-value.ts';
import type { ColumnShape, TableShape } from './table-shape.ts';

/** A way to put rows into a table. */
export interface Attempt {
  readonly sql: string;
  readonly withoutTriggers: boolean;
}

export interface Numbered {
  readonly rows: number;
  /** The number that values begin with. */
  readonly first: number;
}

/** From the richest rows to the barest ones. */
export function* attempts(shape: TableShape, { rows, first }: Numbered): Generator<Attempt> {
  const fitting = fittingValues(shape);
  for (const withoutTriggers of [false, true]) {
    for (const count of [rows, 1]) {
      for (const bare of [false, true]) {
        for (const shift of [0, 1, 2, 3, 4, 5]) {
          if (shift > 0 && fitting.size === 0) break;
          yield { sql: insertion(shape, { count, first, bare, shift, fitting }), withoutTriggers };
        }
      }
    }
  }
}

function insertion(
  shape: TableShape,
  how: {
    readonly count: number;
    readonly first: number;
    readonly bare: boolean;
    readonly shift: number;
    readonly fitting: ReadonlyMap<string, readonly string[]>;
  },
): string {
  const columns = shape.columns.filter((column) => !column.identity && !(how.bare && leavable(column)));
  const names = columns.map(({ name }) => identifier(name));
  if (names.length === 0) return `insert into ${shape.name} default values`;
  const rows = Array.from({ length: shape.hash === null ? how.count : candidates }, (_, row) => {
    const values = columns.map((column) => valueFor(column, shape, row + how.first, how));
    return `(${values.join(', ')})`;
  });
  const into = `insert into ${shape.name} (${names.join(', ')})`;
  if (shape.hash === null) return `${into} values ${rows.join(', ')}`;
  return `${into} select * from (values ${rows.join(', ')}) as v (${names.join(', ')}) where ${shape.hash} limit ${how.count}`;
}

/** Of so many rows, a few fall into each partition by hash. */
const candidates = 100;

function leavable({ notNull, hasDefault }: ColumnShape): boolean {
  return !notNull || hasDefault;
}

function valueFor(
  column: ColumnShape,
  shape: TableShape,
  number: number,
  {
    shift,
    fitting,
    bare,
  }: { readonly shift: number; readonly bare: boolean; readonly fitting: ReadonlyMap<string, readonly string[]> },
): string {
  const key = shape.foreignKeys.find(({ columns }) => columns.includes(column.name));
  if (key !== undefined) {
    if (key.table === shape.name) return column.notNull ? (sampleValue(column.type, number) ?? 'default') : 'null';
    const target = identifier(key.tableColumns[key.columns.indexOf(column.name)] ?? '');
    const order = key.tableColumns.map(identifier).join(', ');
    return `(select ${target} from ${key.table} order by ${order} offset (${number - 1} % greatest((select count(*) from ${key.table}), 1)) limit 1)`;
  }
  const fits = fitting.get(column.name) ?? [];
  const fit = fits[(number - 1 + shift) % Math.max(1, fits.length)];
  if (fit !== undefined && (shift > 0 || bare || column.notNull)) return fit;
  return fit ?? sampleValue(column.type, number) ?? (leavable(column) ? 'default' : 'null');
}
