import type { DatabaseError } from 'pg';
import type { Piece } from './piece.ts';

/** What dumps make and every new database has. */
const thereFromTheStart =
  /^create\s+(?:schema\s+"?public"?|extension\s+"?plpgsql"?|(?:trusted\s+)?(?:procedural\s+)?language\s+"?plpgsql"?)\s*$/i;

const duplicateSchema = '42P06';
const duplicateObject = '42710';

/** Whether a statement was refused only because a new database has what it would make. */
export function isThereAlready({ text }: Piece, { code }: DatabaseError): boolean {
  return (code === duplicateSchema || code === duplicateObject) && thereFromTheStart.test(text);
}
