import { isConnectionLost } from './connection-lost.ts';
import type { PgClient, PgPool } from './migration-client.ts';
import { changedBy, rowsOf } from './result-rows.ts';
import type { Session, Value } from './session.ts';
import { valueText } from './value-text.ts';

/** The longest that a timer of Node can run. */
const never = 2_147_483_647;

/** A session on a client of the pool. */
export async function openPooled(pool: PgPool): Promise<Session> {
  const client = await pool.connect();
  return openOn(client, async (usable) => client.release(!usable));
}

/** The session of a client: connected here, and then ended here, when it wasn't. */
export async function openClient(client: PgClient): Promise<Session> {
  const ours = !('release' in client) && (await connectUnlessConnected(client));
  return openOn(client, async () => {
    if (ours) await client.end();
  });
}

async function connectUnlessConnected(client: PgClient): Promise<boolean> {
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (error instanceof Error && /already (?:been )?connected/.test(error.message)) return false;
    throw error;
  }
}

function openOn(client: PgClient, giveBack: (usable: boolean) => Promise<void>): Session {
  let usable = true;
  // An 'error' event that nobody listens to ends the process. The statement that it hits is rejected anyway.
  const onError = (): void => {
    usable = false;
  };
  client.on('error', onError);

  async function send(text: string, values: readonly Value[]): Promise<unknown> {
    try {
      // An app limits what its requests may take, and migrations have limits of their own.
      return await client.query({ text, values: values.map(valueText), query_timeout: never });
    } catch (error) {
      if (isConnectionLost(error)) usable = false;
      throw error;
    }
  }

  return {
    announcedPid: processId(client),
    // Without values, pg speaks the simple protocol.
    run: async (sql) => rowsOf(await send(sql, [])),
    change: async (sql) => changedBy(await send(sql, []), 'rowCount'),
    query: async (sql, values) => rowsOf(await send(sql, values)),
    async close() {
      try {
        await giveBack(usable && isIdle(client));
      } finally {
        client.removeListener('error', onError);
      }
    },
  };
}

function processId(client: object): number | null {
  return 'processID' in client && typeof client.processID === 'number' ? client.processID : null;
}

/** Outside a transaction, as far as this version of `pg` tells. */
function isIdle(client: object): boolean {
  if (!('getTransactionStatus' in client) || typeof client.getTransactionStatus !== 'function') return true;
  const status: unknown = client.getTransactionStatus();
  return status !== 'T' && status !== 'E';
}
