import type { ProgressListener } from '../../contract/progress.ts';
import { placeholderAt } from '../../sql/placeholder.ts';
import { SqlProblem } from '../../sql/sql-problem.ts';
import { type LoadSession, moreTime, Refused } from './load-session.ts';
import { leavesSessionAlone, type Piece, type Script } from './piece.ts';
import { runInOneTransaction, runScript } from './run-script.ts';

export interface LoadOptions {
  readonly label: string;
  readonly progress: ProgressListener | undefined;
}

/** Runs scripts one after another, as they stand, each as in a session of its own. */
export async function loadScripts(
  session: LoadSession,
  scripts: readonly Script[],
  as: 'scripts' | 'migrations',
  { label, progress }: LoadOptions,
): Promise<void> {
  const total = scripts.reduce((sum, { pieces }) => sum + pieces.length, 0);
  let done = 0;
  const tell = (count: number): void => {
    done += count;
    progress?.({ message: `Loading ${label}`, done, total });
  };
  tell(0);
  const run = as === 'migrations' ? runInOneTransaction : runScript;
  for (const pieces of as === 'migrations' ? scripts.map((script) => script.pieces) : together(scripts)) {
    await run(session, pieces, tell);
    if (!pieces.every(leavesSessionAlone)) await session.renew();
  }
}

/** Scripts after which a session is as it was can be one, which takes far less time where they are many and small. */
function together(scripts: readonly Script[]): readonly (readonly Piece[])[] {
  const groups: Piece[][] = [];
  let open: Piece[] | null = null;
  for (const { pieces } of scripts) {
    const isOpen = pieces.every(leavesSessionAlone);
    if (isOpen && open !== null) {
      open.push(...pieces);
      continue;
    }
    const group = [...pieces];
    groups.push(group);
    open = isOpen ? group : null;
  }
  return groups;
}

/** Errors that another order of the statements could mend. */
const ofOrder: readonly string[] = [
  '42P01', // undefined_table
  '42703', // undefined_column
  '42704', // undefined_object
  '42883', // undefined_function
  '3F000', // invalid_schema_name
  '42830', // invalid_foreign_key: no unique index on the other side yet
  '42846', // cannot_coerce: no cast yet
  '42P10', // invalid_column_reference: ON CONFLICT without its unique index
  '42P16', // invalid_table_definition: a partition before its parent is partitioned
  '22P02', // invalid_text_representation: an enum's value is added later
  '23503', // foreign_key_violation
  '23514', // check_violation: no partition for the row yet
];

export function couldBeOrder(error: unknown): error is Refused {
  return error instanceof Refused && ofOrder.includes(error.error.code ?? '');
}

/** What was refused, as a person is told. */
export function asProblem(error: unknown): unknown {
  return error instanceof Refused ? new SqlProblem([error.placed], hintFor(error)) : error;
}

function hintFor({ piece, error, placed }: Refused): { hint?: string } {
  if (error.code === '57014') return { hint: moreTime };
  const left = placeholderAt(placed.fault, placed.source);
  if (left !== null)
    return { hint: `${left} is left in it, where a tool puts a value. Take the SQL that the tool writes.` };
  const [, line] = /^(>[^\r\n]*)/.exec(piece.text) ?? [];
  return line === undefined
    ? {}
    : { hint: 'That line is no SQL. `npm run` prints such lines first; `npm run --silent` does not.' };
}
