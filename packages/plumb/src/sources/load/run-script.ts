import { refusesTransaction } from '@pgplumb/migrate/sql';
import { type LoadSession, Refused } from './load-session.ts';
import {
  beginsTransaction,
  commitsTransaction,
  controlsTransaction,
  endsInNothing,
  type Piece,
  standsAlone,
  undoesWork,
} from './piece.ts';

/** More make it no faster, and an error in one of them makes all of them run again. */
const mostInBatch = 250;

/** Told how many more statements are done. */
export type OnDone = (count: number) => void;

/**
 * Runs a script as psql does: each statement in a transaction of its own, unless it says BEGIN. Neighbours travel together;
 * where one of them fails they run one by one.
 */
export async function runScript(session: LoadSession, pieces: readonly Piece[], onDone: OnDone): Promise<void> {
  for (let index = 0; index < pieces.length; ) {
    const rest = pieces.slice(index, index + mostInBatch);
    const [first] = rest;
    if (first === undefined) return;
    const inTransaction = beginsTransaction(first);
    const group = inTransaction ? transactionAt(pieces, index) : rest.slice(0, batchLength(rest));
    await (inTransaction ? runTransaction(session, group) : runBatch(session, group));
    index += group.length;
    onDone(group.length);
  }
}

/** Runs a script as most tools do that apply migrations: in one transaction, where that can be. */
export async function runInOneTransaction(
  session: LoadSession,
  pieces: readonly Piece[],
  onDone: OnDone,
): Promise<void> {
  const canBe = !pieces.some(
    (piece) => piece.rows !== null || controlsTransaction(piece) || refusesTransaction(piece.text),
  );
  try {
    if (!canBe) return await runScript(session, pieces, onDone);
    await session.run(pieces);
    onDone(pieces.length);
  } catch (error) {
    if (!(error instanceof Refused) || !canBe) throw error;
    await runScript(session, pieces, onDone);
  }
}

function batchLength(pieces: readonly Piece[]): number {
  const next = pieces.findIndex(standsAlone);
  return next === -1 ? pieces.length : Math.max(1, next);
}

async function runBatch(session: LoadSession, pieces: readonly Piece[]): Promise<void> {
  try {
    await session.run(pieces);
  } catch (error) {
    if (!(error instanceof Refused) || pieces.length === 1) throw error;
    for (const piece of pieces) await session.run([piece]);
  }
}

/** From BEGIN to COMMIT or ROLLBACK; where there is none, to the end. */
function transactionAt(pieces: readonly Piece[], start: number): readonly Piece[] {
  const end = pieces.findIndex((piece, index) => index > start && (commitsTransaction(piece) || endsInNothing(piece)));
  return pieces.slice(start, end === -1 ? undefined : end + 1);
}

/**
 * Where a transaction fails, its statements are tried outside of one: a shadow needs none, and some statements can't stand
 * in one.
 */
async function runTransaction(session: LoadSession, pieces: readonly Piece[]): Promise<void> {
  const isPartlyUndone = pieces.some(undoesWork);
  await session.foresee(pieces);
  try {
    for (let index = 0; index < pieces.length; ) {
      const rest = pieces.slice(index, index + (isPartlyUndone ? 1 : mostInBatch));
      const batch = rest.slice(0, batchLength(rest));
      await session.run(batch);
      index += batch.length;
    }
  } catch (error) {
    if (!(error instanceof Refused) || isPartlyUndone) throw error;
    await session.query('ROLLBACK');
    for (const piece of pieces.filter((each) => !controlsTransaction(each))) await session.run([piece]);
  }
}
