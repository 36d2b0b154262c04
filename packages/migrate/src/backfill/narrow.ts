import { serverErrorOf, withPositionShifted } from '../client/server-error.ts';
import { offsetOfCharacter } from '../sql/text-position.ts';
import type { NarrowableStatement } from './narrowable.ts';

/** SQL that holds a statement as it was written, with something before, in and behind it. */
export interface NarrowedSql {
  readonly sql: string;
  /** What of the original stands where. */
  readonly pieces: readonly { readonly at: number; readonly from: number; readonly length: number }[];
}

/** The statement for the rows of one range alone, behind some settings. */
export function narrow(statement: NarrowableStatement, range: string, settings: string): NarrowedSql {
  const { condition, conditionEnd } = statement;
  const { text } = statement.statement;
  const pieces: { at: number; from: number; length: number }[] = [];
  let sql = settings;
  const copy = (from: number, to: number): void => {
    pieces.push({ at: sql.length, from, length: to - from });
    sql += text.slice(from, to);
  };
  copy(0, condition?.start ?? conditionEnd);
  if (condition === null) {
    sql += `\nWHERE ${range}\n`;
  } else {
    sql += '(';
    copy(condition.start, condition.end);
    // The condition may end in a comment.
    sql += `\n) AND ${range}\n`;
  }
  copy(conditionEnd, text.length);
  return { sql, pieces };
}

/** An error of the narrowed statement that counts its position in the original. */
export function placedInOriginal(error: unknown, text: string, { sql, pieces }: NarrowedSql): unknown {
  const position = serverErrorOf(error)?.position ?? null;
  if (position === null) return error;
  const offset = offsetOfCharacter(sql, position - 1);
  const piece = pieces.findLast(({ at }) => at <= offset);
  const original = piece === undefined ? 0 : piece.from + Math.min(offset - piece.at, piece.length);
  return withPositionShifted(error, Array.from(text.slice(0, original)).length + 1 - position);
}
