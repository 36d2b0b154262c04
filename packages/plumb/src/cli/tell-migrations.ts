import type { MigrationEvent, OtherSession } from '@pgplumb/migrate';
import { oneLine, renderBackfill, renderDone, renderFinished, renderSession } from '../report/migrations/event-text.ts';
import { formatDuration } from '../report/units.ts';
import type { Context } from './context.ts';

/** Milliseconds after which a log that nobody watches shows how far a backfill is. */
const betweenNotes = 60_000;

/**
 * Tells what happens while migrations run: a line for each that is done, one for whoever is waited for, and progress
 * between them.
 */
export function tellMigrations(context: Context): (event: MigrationEvent) => void {
  const { look, json, progress } = context;
  const told = new Set<string>();
  let lastNote = performance.now();
  const noteOnce = (key: string, message: string): void => {
    if (told.has(key)) return;
    told.add(key);
    context.note(message);
  };
  return (event) => {
    switch (event.type) {
      case 'waiting': {
        const who = event.deployer === null ? 'another deployer' : `another deployer: ${renderSession(event.deployer)}`;
        progress({ message: `Waiting for ${who}` });
        return noteOnce(keyOf('', event.deployer === null ? [] : [event.deployer]), `Waiting for ${who}`);
      }
      case 'started':
        return progress({ message: event.version });
      case 'statement':
        return progress({ message: `${event.version}: ${oneLine(event.sql)}` });
      case 'blocked': {
        const by = event.by.map(renderSession).join('; ');
        progress({ message: `${event.version} waits for ${by}` });
        return noteOnce(
          keyOf(event.version, event.by),
          `${event.version} waits for a lock: ${oneLine(event.sql, 80)}\n  held by ${by}`,
        );
      }
      case 'retry':
        return progress({
          message: `${event.version}: ${event.reason}; again in ${formatDuration(event.milliseconds)}`,
        });
      case 'backfill': {
        const message = renderBackfill(event.progress, look);
        progress({ message });
        if (performance.now() - lastNote < betweenNotes) return;
        lastNote = performance.now();
        return context.note(`${event.version}: ${message}`);
      }
      case 'finished':
        if (!json) void context.write(`${renderFinished(event, look)}\n`);
    }
  };
}

function keyOf(version: string, sessions: readonly OtherSession[]): string {
  return [version, ...sessions.map(({ pid }) => pid)].join(' ');
}

/** A line for each seed that is done. */
export function tellSeeds(context: Context): (seed: { file: string; milliseconds: number }) => void {
  return ({ file, milliseconds }) => tellStep(context, file, milliseconds);
}

/** A line for something that is done. */
export function tellStep({ json, look, write }: Context, name: string, milliseconds: number): void {
  if (!json) void write(`${renderDone(name, '', milliseconds, look)}\n`);
}
