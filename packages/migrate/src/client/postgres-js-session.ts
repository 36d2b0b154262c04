import { isConnectionLost, SessionLost } from './connection-lost.ts';
import { leaveTransaction } from './leave-transaction.ts';
import type { PostgresJsClient, PostgresJsParameter, PostgresJsReserved } from './migration-client.ts';
import { watchClosing } from './postgres-js-closing.ts';
import { isRows } from './result-rows.ts';
import type { Row, Session, Value } from './session.ts';
import { valueText } from './value-text.ts';

/** PostgreSQL's type `unknown`: the server finds the type out, and postgres.js sends the text as it is. */
const unknownType = 705;

/** A session on a connection that postgres.js sets aside. */
export async function openReserved(sql: PostgresJsClient): Promise<Session> {
  const reserved = await sql.reserve();
  // postgres.js would send the next query of a connection that is gone into nothing, or over somebody else's.
  const closing = watchClosing(sql.options);
  let usable = true;

  async function send(text: string, values: readonly Value[]): Promise<unknown> {
    if (closing.seen()) usable = false;
    if (!usable) throw new SessionLost('The connection to the database was lost.');
    try {
      const query = reserved.unsafe(
        text,
        values.map((value) => parameter(reserved, value)),
      );
      return await (values.length === 0 ? query.simple() : query);
    } catch (error) {
      if (isConnectionLost(error)) usable = false;
      throw error;
    }
  }
  const run: Session['run'] = async (text) => rowsIn(await send(text, []));

  try {
    const first = await closing.identify((marker) => send(`SELECT 1 AS one /* ${marker} */`, []));
    return {
      announcedPid: processId(first),
      run,
      change: async (text) => countIn(await send(text, [])),
      query: async (text, values) => rowsIn(await send(text, values)),
      async close() {
        if (usable && !closing.seen()) await leaveTransaction({ run }).catch(() => {});
        closing.stop();
        // One that is gone has gone back by itself.
        if (usable && !closing.seen()) reserved.release();
        usable = false;
      },
    };
  } catch (error) {
    closing.stop();
    if (usable) reserved.release();
    throw error;
  }
}

function parameter(reserved: PostgresJsReserved, value: Value): PostgresJsParameter | null {
  const text = valueText(value);
  return text === null ? null : reserved.typed(text, unknownType);
}

function rowsIn(result: unknown): readonly Row[] {
  const last = lastOf(result);
  return isRows(last) && 'command' in last && givesRows.has(last.command) ? last.map(inSnakeCase) : [];
}

function countIn(result: unknown): number {
  const last = lastOf(result);
  return typeof last === 'object' && last !== null && 'count' in last ? Number(last.count ?? 0) : 0;
}

/** Of several statements it gives an array of results, and a result is an array of rows. */
function lastOf(result: unknown): unknown {
  return Array.isArray(result) && !('command' in result) ? result.at(-1) : result;
}

/** A command without rows leaves those of the one before in the result, and only its name is the last one's. */
const givesRows: ReadonlySet<unknown> = new Set('SELECT INSERT UPDATE DELETE MERGE FETCH SHOW EXPLAIN CALL'.split(' '));

/** Undoes what `postgres.camel` and its like make of column names. */
function inSnakeCase(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name
        .replaceAll('-', '_')
        .replaceAll(/(?!^)[A-Z]/g, '_$&')
        .toLowerCase(),
      value,
    ]),
  );
}

function processId(result: unknown): number | null {
  if (!Array.isArray(result) || !('state' in result)) return null;
  const { state } = result;
  if (typeof state !== 'object' || state === null || !('pid' in state)) return null;
  return typeof state.pid === 'number' ? state.pid : null;
}
