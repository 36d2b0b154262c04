import type { Client } from 'pg';

/** Opens a connection, to run SQL or to cancel what runs. */
export type Connect = (purpose: 'work' | 'cancel') => Promise<Client>;

/** A message that the server sends along: RAISE NOTICE, or a warning. */
export interface SqlNotice {
  readonly severity: string;
  readonly message: string;
  readonly detail: string | null;
  readonly hint: string | null;
}

export interface SessionOptions {
  readonly connect: Connect;
  /** Milliseconds that one statement may take. */
  readonly statementTimeout: number | undefined;
  readonly onNotice: (notice: SqlNotice) => void;
  readonly signal: AbortSignal;
}

/** Does work on a connection of its own. An interruption cancels the statement that runs. */
export async function withSession<Result>(
  { connect, statementTimeout, onNotice, signal }: SessionOptions,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = await connect('work');
  let cancel = (): void => void client.connection.stream.destroy();
  const interrupt = (): void => cancel();
  try {
    client.on('error', () => {});
    signal.throwIfAborted();
    signal.addEventListener('abort', interrupt, { once: true });
    client.on('notice', ({ severity, message, detail, hint }) =>
      onNotice({ severity: severity ?? 'NOTICE', message: message ?? '', detail: detail ?? null, hint: hint ?? null }),
    );
    const pid = await prepare(client, statementTimeout);
    if (pid !== null) cancel = () => void cancelStatement(client, pid, connect);
    return await work(client);
  } finally {
    signal.removeEventListener('abort', interrupt);
    await client.end();
  }
}

/** The number of the server's process; null behind a pooler, where it may soon be another's. */
async function prepare(client: Client, statementTimeout: number | undefined): Promise<number | null> {
  const { rows } = await client.query<{ pid: number }>(`select pg_catalog.pg_backend_pid() as pid`);
  if (statementTimeout !== undefined) {
    const milliseconds = String(Math.max(1, Math.round(statementTimeout)));
    await client.query(`select pg_catalog.set_config('statement_timeout', $1, false)`, [milliseconds]);
  }
  const pid = rows[0]?.pid ?? null;
  return 'processID' in client && client.processID === pid ? pid : null;
}

async function cancelStatement(client: Client, pid: number, connect: Connect): Promise<void> {
  try {
    const other = await connect('cancel');
    await other.query('select pg_catalog.pg_cancel_backend($1)', [pid]).finally(() => other.end());
  } catch {
    client.connection.stream.destroy();
  }
}
