import type { Finding } from '../../contract/finding.ts';
import { SqlProblem } from '../../sql/sql-problem.ts';

export const lackingExtension = 'An extension is missing';

/** SQL that was refused, perhaps for want of an extension that the shadow lacks: then that is what to do about it. */
export function forWantOf(error: unknown, notes: readonly Finding[]): unknown {
  if (!(error instanceof SqlProblem) || !ofMissing.includes(error.faults[0].fault.sqlstate ?? '')) return error;
  const lacking = new Map(notes.filter(({ title }) => title === lackingExtension).map((note) => [note.message, note]));
  if (lacking.size === 0) return error;
  const said = [...lacking.values()].map(({ message, why }) => `${message}. ${why}`);
  const { faults, code, message, hint, tellsMore } = error;
  return new SqlProblem(faults, {
    code,
    ...(tellsMore ? { message } : {}),
    hint: [...(hint === null ? [] : [hint]), ...said].join('\n'),
  });
}

/** Types, functions, tables and schemas that are not there. */
const ofMissing = ['42704', '42883', '42P01', '42703', '3F000', '42846', '22023'];
