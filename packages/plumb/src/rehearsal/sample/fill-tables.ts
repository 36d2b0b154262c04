import type { Client } from 'pg';
import { literal } from '../../catalog/identifier.ts';
import { errorMessage } from '../../contract/error-message.ts';
import { errorCode, isServersFault } from '../../postgres/error-code.ts';
import { type Attempt, attempts } from './attempts.ts';
import { readTableShapes, type TableShape } from './table-shape.ts';
import { withLater } from './with-later.ts';

export interface Filled {
  /** Tables that hold rows now, also those that held some before. */
  readonly filled: readonly string[];
  readonly empty: readonly { readonly table: string; readonly reason: string }[];
}

/**
 * Gives empty tables a few believable rows that satisfy their constraints, and first those tables whose rows they
 * refer to. What PostgreSQL refuses is tried otherwise; the session is left outside of a transaction.
 */
export async function fillTables(client: Client, tables: readonly string[], how: FillOptions = {}): Promise<Filled> {
  if (tables.length === 0) return { filled: [], empty: [] };
  const needed = await fillWith(client, tables, { ...how, optional: false });
  return needed.empty.length === 0 ? needed : await fillWith(client, tables, { ...how, optional: true });
}

export interface FillOptions {
  readonly rows?: number;
  /** What the same tables will want later, by which rows are chosen where that is possible. */
  readonly later?: readonly TableShape[];
}

/** `optional`: also tables that those tables which others refer to could refer to, and needn't. */
async function fillWith(
  client: Client,
  tables: readonly string[],
  { rows = 3, later = [], optional }: FillOptions & { readonly optional: boolean },
): Promise<Filled> {
  const shapes = parentsFirst(withLater(await readTableShapes(client, tables, optional), later));
  const failed = new Map<string, string>();
  for (const chunk of chunksOf(shapes)) {
    const some = await emptyOf(client, chunk);
    if (await fillAtOnce(client, some, rows)) continue;
    for (const shape of some) {
      const reason = await fillTable(client, shape, rows);
      if (reason !== null) failed.set(shape.name, reason);
    }
  }
  return {
    filled: shapes.filter(({ name }) => !failed.has(name)).map(({ name }) => name),
    empty: [...failed].map(([table, reason]) => ({ table, reason })),
  };
}

/** As many as one transaction has locks for. */
function chunksOf(shapes: readonly TableShape[]): readonly (readonly TableShape[])[] {
  const size = 50;
  return Array.from({ length: Math.ceil(shapes.length / size) }, (_, at) => shapes.slice(at * size, (at + 1) * size));
}

async function emptyOf(client: Client, shapes: readonly TableShape[]): Promise<readonly TableShape[]> {
  const asked = shapes.map(({ name }, at) => `select ${at} as at where not exists (select from only ${name})`);
  const { rows } = await client.query<{ at: number }>(asked.join(' union all '));
  const empty = new Set(rows.map(({ at }) => at));
  return shapes.filter((_, at) => empty.has(at));
}

/** The richest rows for each; if one of them is refused, none is filled. */
async function fillAtOnce(client: Client, shapes: readonly TableShape[], rows: number): Promise<boolean> {
  const inserts = shapes.flatMap((shape) => {
    const [first] = attempts(shape, rows);
    return first === undefined ? [] : [first.sql];
  });
  return (await refusalOf(client, { sql: inserts.join(';\n'), withoutTriggers: false })) === null;
}

async function fillTable(client: Client, shape: TableShape, rows: number): Promise<string | null> {
  let reason = 'no value is known for its columns';
  // what was refused before has used them up: keys that others are to refer to begin with 1
  const again = shape.sequences.map(restart).join('');
  for (const { sql, ...how } of attempts(shape, rows)) {
    const attempt = { ...how, sql: `${again}${sql}` };
    const refusal = await refusalOf(client, attempt);
    if (refusal === null) return null;
    reason = refusal;
  }
  return reason;
}

function restart(sequence: string): string {
  const name = literal(sequence);
  return `select setval(${name}, seqstart, false) from pg_sequence where seqrelid = ${name}::regclass;`;
}

/** Null where PostgreSQL takes the rows. */
async function refusalOf(client: Client, { sql, withoutTriggers }: Attempt): Promise<string | null> {
  await client.query('begin');
  try {
    if (withoutTriggers) await client.query(`set local session_replication_role = 'replica'`);
    await client.query(sql);
    await client.query('commit');
    return null;
  } catch (error) {
    if (errorCode(error) === null || isServersFault(error)) throw error;
    await client.query('rollback');
    return errorMessage(error);
  }
}

/** Tables after those that they refer to, as far as that is possible. */
function parentsFirst(shapes: readonly TableShape[]): readonly TableShape[] {
  const byName = new Map(shapes.map((shape) => [shape.name, shape]));
  const ordered: TableShape[] = [];
  const seen = new Set<string>();
  const visit = (shape: TableShape): void => {
    if (seen.has(shape.name)) return;
    seen.add(shape.name);
    for (const holder of shape.foreignKeys.flatMap(({ holders }) => holders)) {
      const parent = byName.get(holder);
      if (parent !== undefined) visit(parent);
    }
    ordered.push(shape);
  };
  for (const shape of shapes) visit(shape);
  return ordered;
}
