import type { Session } from './session.ts';

/** When all that asked for a client's session before are done with it. */
const turns = new WeakMap<object, Promise<void>>();

/** The only session of a client, for one after the other: two at once would be in each other's transactions. */
export async function openInTurn(client: object, open: () => Promise<Session>): Promise<Session> {
  const before = turns.get(client) ?? Promise.resolve();
  let end = (): void => {};
  const turn = new Promise<void>((resolve) => {
    end = resolve;
  });
  turns.set(
    client,
    before.then(() => turn),
  );
  await before;
  try {
    const session = await open();
    return { ...session, close: () => session.close().finally(end) };
  } catch (error) {
    end();
    throw error;
  }
}
