import { readScript } from '../sql/psql-script.ts';
import { isConnectionLost, SessionLost } from './connection-lost.ts';
import { leaveTransaction } from './leave-transaction.ts';
import type { KyselyClient, KyselyConnection } from './migration-client.ts';
import { changedBy, rowsOf } from './result-rows.ts';
import type { Session } from './session.ts';
import { valueText } from './value-text.ts';

/** A session on a connection that Kysely lends for as long as a piece of work takes: until it is closed. */
export async function openLent(db: KyselyClient): Promise<Session> {
  const { connection, end, ended } = await borrow(db);
  let usable = true;

  function execute(sql: string, parameters: readonly (string | null)[]): Promise<unknown> {
    const query = { kind: 'RawNode', sqlFragments: [sql], parameters: [] } as const;
    return connection.executeQuery({ query, queryId: { queryId: 'plumb' }, sql, parameters });
  }

  async function send(sql: string, parameters: readonly (string | null)[]): Promise<unknown> {
    if (!usable) throw new SessionLost('The connection to the database was lost.');
    try {
      return await execute(sql, parameters);
    } catch (error) {
      if (isConnectionLost(error)) usable = false;
      throw error;
    }
  }

  /** One by one: of several at once, Kysely gives no rows, and some of its dialects take only one. */
  async function sendEach(text: string): Promise<unknown> {
    let result: unknown = null;
    for (const { start, end } of readScript({ name: '', text })) {
      try {
        result = await send(text.slice(start, end), []);
      } catch (error) {
        throw placedBehind(text.slice(0, start), error);
      }
    }
    return result;
  }

  const run: Session['run'] = async (sql) => rowsOf(await sendEach(sql));

  return {
    announcedPid: null,
    run,
    change: async (sql) => changedBy(await sendEach(sql), 'numAffectedRows'),
    query: async (sql, values) => rowsOf(await send(sql, values.map(valueText))),
    async close() {
      if (usable) await leaveTransaction({ run }).catch(() => {});
      // a pool would take back a connection whose end it hasn't noticed, and lend it to the next
      else await execute('SELECT 1', []).catch(() => {});
      usable = false;
      end();
      await ended;
    },
  };
}

/** An error that counts its position from the start of all that was to be run. */
function placedBehind(before: string, error: unknown): unknown {
  return error instanceof Error ? Object.assign(error, { positionShift: Array.from(before).length }) : error;
}

interface Loan {
  readonly connection: KyselyConnection;
  end(): void;
  /** When Kysely has it back. */
  readonly ended: Promise<void>;
}

function borrow(db: KyselyClient): Promise<Loan> {
  return new Promise((resolve, reject) => {
    const ended: Promise<void> = db
      .withoutPlugins()
      .connection()
      .execute((connection) => new Promise<void>((end) => resolve({ connection, end, ended })));
    ended.catch(reject);
  });
}
