import type { MigrationEvent, OtherSession } from '../contract/events.ts';
import { backOff, pause } from './pause.ts';

/** Asks for a lock again and again, says now and then who has it, and gives what taking it gave. */
export async function untilTaken<Taken>(
  take: () => Promise<Taken | null>,
  holder: () => Promise<OtherSession | null>,
  tell: (event: MigrationEvent) => void,
  signal: AbortSignal | null,
): Promise<Taken> {
  for (let attempt = 0; ; attempt += 1) {
    const taken = await take();
    if (taken !== null) return taken;
    if (attempt % 10 === 0) tell({ type: 'waiting', deployer: await holder() });
    await pause(Math.min(backOff(attempt), 1_000), signal);
  }
}
