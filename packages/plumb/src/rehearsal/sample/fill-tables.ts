import type { Client } from 'pg';
import { identifier } from '../../catalog/identifier.ts';
import { errorMessage } from '../../contract/error-message.ts';
import { errorCode } from '../../postgres/error-code.ts';
import { fittingValues } from './fitting-values.ts';
import { sampleValue } from './sample-value.ts';
import { type ColumnShape, readTableShapes, type TableShape } from './table-shape.ts';

export interface Filled {
  /** Tables that hold rows now, also those that held some before. */
  readonly filled: readonly string[];
  readonly empty: readonly { readonly table: string; readonly reason: string }[];
}

/**
 * Gives empty tables a few believable rows that satisfy their constraints, and first those tables whose rows they
 * refer to. What PostgreSQL refuses is tried otherwise; the session is left outside of a transaction.
 */
export async function fillTables(client: Client, tables: readonly string[], rows = 3): Promise<Filled> {
  const known = new Map<string, TableShape>();
  for (let missing = [...tables]; missing.length > 0; ) {
    const found = await readTableShapes(client, missing);
    for (const shape of found) known.set(shape.name, shape);
    missing = found
      .flatMap(({ foreignKeys }) => foreignKeys.map(({ table }) => table))
      .filter((name) => !known.has(name));
    missing = [...new Set(missing)];
    if (found.length === 0) break;
  }
  const filled: string[] = [];
  const empty: { table: string; reason: string }[] = [];
  for (const shape of parentsFirst(known)) {
    const reason = await fillTable(client, shape, rows);
    if (reason === null) filled.push(shape.name);
    else empty.push({ table: shape.name, reason });
  }
  return { filled, empty };
}

async function fillTable(client: Client, shape: TableShape, rows: number): Promise<string | null> {
  const { rows: found } = await client.query(`select from only ${shape.name} limit 1`);
  if (found.length > 0) return null;
  let reason = 'no value is known for its columns';
  for (const attempt of attempts(shape, rows)) {
    await client.query('begin');
    try {
      if (attempt.withoutTriggers) await client.query(`set local session_replication_role = 'replica'`);
      await client.query(attempt.sql);
      await client.query('commit');
      return null;
    } catch (error) {
      await client.query('rollback');
      if (errorCode(error) === undefined) throw error;
      reason = errorMessage(error);
    }
  }
  return reason;
}

interface Attempt {
  readonly sql: string;
  readonly withoutTriggers: boolean;
}

/** From the richest rows to the barest ones. */
function* attempts(shape: TableShape, rows: number): Generator<Attempt> {
  const fitting = fittingValues(shape);
  for (const withoutTriggers of [false, true]) {
    for (const count of [rows, 1]) {
      for (const bare of [false, true]) {
        for (const shift of [0, 1, 2, 3, 4, 5]) {
          if (shift > 0 && fitting.size === 0) break;
          yield { sql: insertion(shape, { count, bare, shift, fitting }), withoutTriggers };
        }
      }
    }
  }
}

function insertion(
  shape: TableShape,
  how: {
    readonly count: number;
    readonly bare: boolean;
    readonly shift: number;
    readonly fitting: ReadonlyMap<string, readonly string[]>;
  },
): string {
  const columns = shape.columns.filter((column) => !column.identity && !(how.bare && leavable(column)));
  const names = columns.map(({ name }) => identifier(name));
  if (names.length === 0) return `insert into ${shape.name} default values`;
  const rows = Array.from({ length: how.count }, (_, row) => {
    const values = columns.map((column) => valueFor(column, shape, row + 1, how));
    return `(${values.join(', ')})`;
  });
  return `insert into ${shape.name} (${names.join(', ')}) values ${rows.join(', ')}`;
}

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

/** Tables after those that they refer to, as far as that is possible. */
function parentsFirst(shapes: ReadonlyMap<string, TableShape>): readonly TableShape[] {
  const ordered: TableShape[] = [];
  const seen = new Set<string>();
  const visit = (shape: TableShape): void => {
    if (seen.has(shape.name)) return;
    seen.add(shape.name);
    for (const { table } of shape.foreignKeys) {
      const parent = shapes.get(table);
      if (parent !== undefined) visit(parent);
    }
    ordered.push(shape);
  };
  for (const shape of shapes.values()) visit(shape);
  return ordered;
}
