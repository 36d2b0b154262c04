import { textOf } from '../client/row.ts';
import { serverErrorOf } from '../client/server-error.ts';
import type { Session } from '../client/session.ts';
import { fileInvalid } from '../sql/file-invalid.ts';
import { literal } from '../sql/literal.ts';
import type { NarrowableStatement } from './narrowable.ts';

const hint = 'Make it a section of another mode, such as transaction.';

/** Refuses an INSERT that does something else with a part of the table than with all of it. */
export async function checkInsert(
  session: Session,
  { statement, relation, inserts }: NarrowableStatement,
): Promise<void> {
  if (inserts === null) return;
  const [row] = await session.run(
    `SELECT (${contains(relation.name, inserts.into)} OR ${contains(inserts.into, relation.name)})::text AS same`,
  );
  if (textOf(row, 'same') === 'true') {
    throw fileInvalid(
      statement,
      `It inserts into ${inserts.into} what it goes through, and would meet those rows again.`,
      hint,
    );
  }
  try {
    // Only where each row of the result comes from one row of the table can that row be locked.
    await session.run(`EXPLAIN ${inserts.query}\nFOR KEY SHARE OF ${relation.reference}`);
  } catch (error) {
    const server = serverErrorOf(error);
    if (server?.sqlstate !== '0A000' || /set-returning/.test(server.message)) return;
    throw fileInvalid(
      statement,
      `Not each row that it inserts comes from one row of ${relation.name} (${server.message}).`,
      hint,
    );
  }
}

/** Whether a table is another one, or belongs to it. */
function contains(table: string, other: string): string {
  return `EXISTS (
    WITH RECURSIVE family AS (
      SELECT to_regclass(${literal(table)})::oid AS oid
      UNION
      SELECT i.inhrelid FROM family f JOIN pg_inherits i ON i.inhparent = f.oid
    )
    SELECT FROM family f WHERE f.oid = to_regclass(${literal(other)})
  )`;
}
