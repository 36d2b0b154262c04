import { locationAt } from '@pgplumb/migrate/sql';
import { type Client, DatabaseError } from 'pg';
import { Problem } from '../../contract/problem.ts';
import { copyRows } from '../../sources/load/copy-rows.ts';
import { beginsTransaction, commitsTransaction, endsInNothing, type Piece } from '../../sources/load/piece.ts';
import type { GivenFile } from '../../sources/read/given-file.ts';
import { scriptOf } from '../../sources/read/script-of.ts';
import { serverFault } from '../../sql/sql-fault.ts';
import { SqlProblem } from '../../sql/sql-problem.ts';

/** Statements that travel together. */
const batch = 100;

/** Runs a seed in one transaction, and gives the number of its statements. */
export async function runSeed(client: Client, file: GivenFile, signal: AbortSignal): Promise<number> {
  const { script } = await scriptOf(file);
  const undone = script.pieces.find(endsInNothing);
  if (undone !== undefined) throw undoes(undone);
  // One transaction it is anyway.
  const pieces = script.pieces.filter((piece) => !beginsTransaction(piece) && !commitsTransaction(piece));
  try {
    await inTransaction(client, () => runBatches(client, batchesOf(pieces)));
  } catch (error) {
    if (signal.aborted) throw stopped(file);
    if (!(error instanceof DatabaseError)) throw error;
    // Nothing of it is left; alone, each statement can be told with its place.
    await inTransaction(client, () => runOneByOne(client, pieces));
  }
  return pieces.length;
}

async function inTransaction(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN');
  try {
    await work();
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

async function runBatches(client: Client, batches: readonly (readonly Piece[])[]): Promise<void> {
  for (const pieces of batches) {
    const [first] = pieces;
    if (first !== undefined && first.rows !== null) await copyRows(client, first.text, first.rows);
    else await client.query(pieces.map(({ text }) => text).join('\n;\n'));
  }
}

async function runOneByOne(client: Client, pieces: readonly Piece[]): Promise<void> {
  for (const piece of pieces) {
    try {
      await runBatches(client, [[piece]]);
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      throw new SqlProblem([{ fault: serverFault(error, piece), source: piece.source }]);
    }
  }
}

function batchesOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const batches: Piece[][] = [];
  for (const piece of pieces) {
    const last = batches.at(-1);
    const fits = last !== undefined && last.length < batch && piece.rows === null && last[0]?.rows === null;
    if (fits) last.push(piece);
    else batches.push([piece]);
  }
  return batches;
}

function undoes(piece: Piece): SqlProblem {
  const { source, start, text } = piece;
  const location = locationAt(source, start, start + text.length);
  const message = `${text.split(/\s/)[0]?.toUpperCase()} undoes what the seed did before.`;
  const fault = { message, location, sqlstate: null, detail: null, context: null, inner: null };
  return new SqlProblem([{ fault: { ...fault, hint: 'Take it out: a seed that fails is rolled back.' }, source }]);
}

function stopped({ source }: GivenFile): Problem {
  return new Problem('INTERRUPTED', `Stopped in ${source.name}, of which nothing is done.`, {
    hint: 'The same command runs all seeds again.',
  });
}
