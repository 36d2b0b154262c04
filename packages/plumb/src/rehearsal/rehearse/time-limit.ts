import type { Client } from 'pg';

/** Milliseconds that `statement_timeout` has to do it by itself. */
const grace = 1_000;

interface Limited {
  readonly pid: number;
  /** Milliseconds that it may take. */
  readonly limit: number;
  /** Another session on the same database. */
  readonly connect: () => Promise<Client>;
}

/** Ends what takes too long: SQL can turn `statement_timeout` off, and catch that it is cancelled. */
export async function withinLimit<Result>({ pid, limit, connect }: Limited, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  let ending = Promise.resolve();
  const endSoon = (after: number, means: 'pg_cancel_backend' | 'pg_terminate_backend'): void => {
    timer = setTimeout(() => {
      ending = end(means).catch(() => {});
      endSoon(grace, 'pg_terminate_backend');
    }, after);
  };
  const end = async (means: string): Promise<void> => {
    const client = await connect();
    try {
      // only as the user that it logged in as may a session end its like
      await client.query('SET ROLE NONE');
      await client.query(`SELECT pg_catalog.${means}($1)`, [pid]);
    } finally {
      await client.end();
    }
  };
  endSoon(limit + grace, 'pg_cancel_backend');
  try {
    return await work;
  } finally {
    clearTimeout(timer);
    await ending;
  }
}
