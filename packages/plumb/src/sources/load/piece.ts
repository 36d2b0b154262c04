import { refusesTransaction } from '@pgplumb/migrate/sql';
import type { PlacedText } from '../../sql/sql-fault.ts';

/** One statement of a script, with the rows behind it where it is COPY FROM stdin. */
export interface Piece extends PlacedText {
  readonly rows: string | null;
}

/** What one session runs, as psql would with one file: statements in order, those of included files among them. */
export interface Script {
  readonly name: string;
  readonly pieces: readonly Piece[];
}

/** Begins or ends a transaction, or stands in one only. */
export function controlsTransaction({ text }: Piece): boolean {
  return /^(?:begin|start\s+transaction|commit|end|rollback|abort|savepoint|release|prepare\s+transaction)\b/i.test(
    text,
  );
}

export function beginsTransaction({ text }: Piece): boolean {
  return /^(?:begin|start\s+transaction)\b/i.test(text);
}

export function commitsTransaction({ text }: Piece): boolean {
  return /^(?:commit|end)\b/i.test(text);
}

/** Gives up what a transaction did, wholly or in part. */
export function undoesWork({ text }: Piece): boolean {
  return /^(?:rollback|abort)\b/i.test(text);
}

/** Gives up all that a transaction did. */
export function endsInNothing(piece: Piece): boolean {
  return undoesWork(piece) && !/^rollback\s+(?:work\s+|transaction\s+)?to\b/i.test(piece.text);
}

/** What can't share a transaction with its neighbours, or means something else in one. */
export function standsAlone(piece: Piece): boolean {
  return (
    piece.rows !== null ||
    controlsTransaction(piece) ||
    refusesTransaction(piece.text) ||
    aloneByItsWords.test(piece.text)
  );
}

const aloneByItsWords =
  /^(?:alter\s+type\b[^;]*\badd\s+value|set\s+local|(?:create|drop|alter)\s+subscription|call|do)\b/i;

/** Whether a session is as it was after a statement, as far as its first words tell. */
export function leavesSessionAlone({ text }: Piece): boolean {
  return harmless.test(text) && !makesTemporary.test(text);
}

const harmless =
  /^(?:create|comment|grant|revoke|drop|insert|update|delete|truncate|alter\s+(?!database\b|role\b|user\b|system\b))\b/i;
const makesTemporary = /^create\s+(?:or\s+replace\s+)?(?:(?:local|global)\s+)?temp(?:orary)?\b/i;
