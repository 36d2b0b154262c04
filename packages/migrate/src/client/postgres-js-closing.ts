import type { PostgresJsOptions } from './migration-client.ts';

interface Closing {
  /** Finds out which of the connections ours is, by a query that bears the marker. */
  identify<T>(query: (marker: string) => Promise<T>): Promise<T>;
  /** Is our connection gone? */
  seen(): boolean;
  stop(): void;
}

/** Of each `sql`, who wants to know that one of its connections has closed. */
const listeners = new WeakMap<PostgresJsOptions, Set<(connection: unknown) => void>>();

let markers = 0;

/** One identifies its connection at a time: each puts back the option that it found. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Tells when a reserved connection closes, which postgres.js keeps to itself. It has numbers for its connections, and
 * tells them through two of its options, `debug` when a query is sent and `onclose`; the app's own are called as ever.
 */
export function watchClosing(options: PostgresJsOptions): Closing {
  let ours: unknown = null;
  const closed = new Set<unknown>();
  const onClose = (connection: unknown): void => {
    closed.add(connection);
  };
  const others = listeners.get(options) ?? listenTo(options);
  others.add(onClose);
  return {
    identify(query) {
      const mine = turn.then(() =>
        identify(options, query, (connection) => {
          ours = connection;
        }),
      );
      turn = mine.catch(() => {});
      return mine;
    },
    seen: () => closed.has(ours),
    stop: () => others.delete(onClose),
  };
}

async function identify<T>(
  options: PostgresJsOptions,
  query: (marker: string) => Promise<T>,
  found: (connection: unknown) => void,
): Promise<T> {
  const marker = `pgplumb ${++markers}`;
  const { debug } = options;
  options.debug = (connection: unknown, sql: unknown, ...rest: readonly unknown[]): void => {
    if (typeof sql === 'string' && sql.includes(marker)) found(connection);
    else if (typeof debug === 'function') debug(connection, sql, ...rest);
  };
  try {
    return await query(marker);
  } finally {
    options.debug = debug;
  }
}

function listenTo(options: PostgresJsOptions): Set<(connection: unknown) => void> {
  const set = new Set<(connection: unknown) => void>();
  const { onclose } = options;
  options.onclose = (connection: unknown): void => {
    for (const listener of set) listener(connection);
    if (typeof onclose === 'function') onclose(connection);
  };
  listeners.set(options, set);
  return set;
}
