import { sessionsBlocking } from '../client/other-sessions.ts';
import type { Session } from '../client/session.ts';
import type { OtherSession } from '../contract/events.ts';
import type { Deployment } from './deployment.ts';

const interval = 1_000;

/**
 * Does work on the deployment's session and meanwhile looks from another one at who it waits for; when the user wants to
 * stop, the statement is cancelled from there.
 */
export async function watched<T>(
  { database, server, signal, lock }: Deployment,
  blocked: (by: readonly OtherSession[]) => void,
  work: () => Promise<T>,
): Promise<T> {
  // Behind a pooler nobody knows which process runs the statement.
  if (lock.fence !== null) return work();
  let second: Promise<Session | null> | undefined;
  const beside = (): Promise<Session | null> => {
    second ??= database.openSecond().catch(() => null);
    return second;
  };
  let busy: Promise<void> = Promise.resolve();
  const look = (): void => {
    busy = busy.then(
      async () => {
        const session = await beside();
        const by = session === null ? [] : await sessionsBlocking(session, server.pid);
        if (by.length > 0) blocked(by);
      },
      () => {},
    );
  };
  const cancel = (): void => {
    busy = busy.then(
      async () => {
        await (await beside())?.run(`SELECT pg_cancel_backend(${server.pid})`);
      },
      () => {},
    );
  };
  const timer = setInterval(look, interval);
  signal?.addEventListener('abort', cancel);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    signal?.removeEventListener('abort', cancel);
    await busy.catch(() => {});
    await (await second)?.close();
  }
}
