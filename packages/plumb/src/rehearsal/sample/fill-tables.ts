import type { Client } from 'pg';
import { literal } from '../../catalog/identifier.ts';
import { errorMessage } from '../../contract/error-message.ts';
import { errorCode, isServersFault } from '../../postgres/error-code.ts';
import { type Attempt, attempts, type Numbered } from './attempts.ts';
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
  // rows of one table that are moved into another are to be new there
  const numbers = new Map(shapes.map(({ name }, at) => [name, 1 + (later.length === 0 ? 0 : at * rows)]));
  const numbered = ({ name }: TableShape): Numbered => ({ rows, first: numbers.get(name) ?? 1 });
  for (const chunk of chunksOf(shapes)) {
    for (const refused of await refusedOf(client, await emptyOf(client, chunk), numbered)) {
      const reason = await fillTable(client, refused, numbered(refused));
      if (reason !== null) failed.set(refused.name, reason);
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

/** Fills tables with the richest rows for each, and gives back those for which they are refused. */
async function refusedOf(
  client: Client,
  shapes: readonly TableShape[],
  numbered: (shape: TableShape) => Numbered,
): Promise<readonly TableShape[]> {
  const inserts = shapes.flatMap((shape) => {
    const [first] = attempts(shape, numbered(shape));
    return first === undefined ? [] : [restarting(shape, first.sql)];
  });
  if ((await refusalOf(client, { sql: inserts.join(';\n'), withoutTriggers: false })) === null) return [];
  if (shapes.length === 1) return shapes;
  const half = Math.ceil(shapes.length / 2);
  const before = await refusedOf(client, shapes.slice(0, half), numbered);
  return [...before, ...(await refusedOf(client, shapes.slice(half), numbered))];
}

async function fillTable(client: Client, shape: TableShape, numbered: Numbered): Promise<string | null> {
  let reason = 'no value is known for its columns';
  for (const { sql, withoutTriggers } of attempts(shape, numbered)) {
    const refusal = await refusalOf(client, { sql: restarting(shape, sql), withoutTriggers });
    if (refusal === null) return null;
    reason = refusal;
  }
  return reason;
}

/** What was refused before has used its numbers up: keys that others are to refer to begin with the first. */
function restarting({ sequences }: TableShape, sql: string): string {
  return `${sequences.map(restart).join('')}${sql}`;
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
