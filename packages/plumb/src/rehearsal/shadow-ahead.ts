import { setImmediate } from 'node:timers/promises';
import type { Scratch } from './shadow-of.ts';

export interface ShadowAhead extends AsyncDisposable {
  /** The one that is being made already, and then others. */
  readonly shadow: () => Promise<Scratch>;
}

/** Lets the server make a shadow while a plan is still written. One that nobody took is dropped. */
export async function shadowAhead(shadow: () => Promise<Scratch>): Promise<ShadowAhead> {
  let first: Promise<Scratch> | null = shadow();
  // whoever takes it is told why it can't be made
  first.catch(() => {});
  // the server is asked before the plan keeps this thread
  await setImmediate();
  return {
    shadow: () => {
      const made = first ?? shadow();
      first = null;
      return made;
    },
    async [Symbol.asyncDispose]() {
      const left = await first?.catch(() => null);
      await left?.drop();
    },
  };
}
