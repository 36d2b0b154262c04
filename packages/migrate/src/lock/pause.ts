import { MigrationProblem } from '../contract/problem.ts';

/** Waits, unless the user wants to stop. */
export async function pause(milliseconds: number, signal: AbortSignal | null): Promise<void> {
  stopIfAsked(signal);
  await new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener('abort', end);
  });
  stopIfAsked(signal);
}

export function stopIfAsked(signal: AbortSignal | null): void {
  if (!signal?.aborted) return;
  throw new MigrationProblem('INTERRUPTED', 'Stopped as you asked.', {
    hint: 'What was done is in the journal; the same command goes on from there.',
  });
}

/** Longer from time to time, and never the same for two who wait for the same. */
export function backOff(attempt: number): number {
  return Math.min(100 * 2 ** attempt, 5_000) * (0.5 + Math.random() / 2);
}
