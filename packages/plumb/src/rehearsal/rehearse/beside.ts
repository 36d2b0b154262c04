import type { PlacedStatement } from '@pgplumb/migrate/sql';
import { DatabaseError } from 'pg';
import { isMachinesFault } from '../../postgres/error-code.ts';
import { joinLocks } from '../watch/lock-mode.ts';
import type { Observation } from '../watch/observation.ts';
import { watchAlone } from '../watch/watch-inside.ts';
import { copySettings } from './copy-settings.ts';
import type { StageDatabase } from './stage-database.ts';

/**
 * A database in which each statement has a transaction of its own: what it takes itself can't be seen where its transaction
 * holds it already.
 */
export interface Beside {
  /** Runs a statement that `main` has run, and adds what it took. */
  watch(main: StageDatabase, statement: PlacedStatement, seen: Observation): Promise<Observation>;
  /** Runs what needs no look. */
  follow(text: string): Promise<void>;
  /** A transaction has ended. */
  endUnit(main: StageDatabase): Promise<void>;
  renew(): Promise<void>;
  close(): Promise<void>;
}

export async function openBeside(open: () => Promise<StageDatabase>): Promise<Beside> {
  let database = await open();
  /** What was run and stands, to get there again. */
  let kept: string[] = [];
  let savepoints: { readonly name: string; readonly kept: number }[] = [];

  async function startAgain(): Promise<void> {
    await database.close();
    database = await open();
    for (const text of kept) await database.run(text).catch(ignoreRefusal);
  }

  /** Whether the statement only marks or gives up what others did. */
  async function marks(text: string): Promise<boolean> {
    const [, word, rest = ''] =
      /^(savepoint|release|rollback)\b(?:\s+(?:work|transaction))?(?:\s+to\b)?(?:\s+savepoint\b)?\s*(.*)$/is.exec(
        text,
      ) ?? [];
    if (word === undefined) return false;
    const name = rest.trim();
    if (word.toLowerCase() === 'savepoint') savepoints.push({ name, kept: kept.length });
    if (word.toLowerCase() !== 'rollback') return true;
    const mark = savepoints.findLast((each) => each.name === name);
    if (mark === undefined || mark.kept === kept.length) return true;
    kept = kept.slice(0, mark.kept);
    await startAgain();
    return true;
  }

  return {
    async watch(main, { text }, seen) {
      if (await marks(text)) return seen;
      const { client, watched } = database;
      const alone = outlivingItsTransaction(text);
      try {
        await copySettings(main.client, client);
        const own = await watchAlone(client, watched, () => database.run(alone));
        kept.push(alone);
        return { ...seen, locks: joinLocks(seen.locks, own.locks) };
      } catch (error) {
        // it needs its transaction
        ignoreRefusal(error);
        return seen;
      }
    },
    async follow(text) {
      await database.run(text).catch(ignoreRefusal);
      kept.push(text);
    },
    async endUnit(main) {
      savepoints = [];
      await copySettings(main.client, database.client);
      if (kept.some((text) => temporary.test(text))) await database.client.query('DISCARD TEMP');
    },
    renew: () => database.renew(),
    close: () => database.close(),
  };
}

const temporary = /^create\s+(?:(?:local|global)\s+)?temp(?:orary)?\b/i;

function outlivingItsTransaction(text: string): string {
  return temporary.test(text) ? text.replace(/\bon\s+commit\s+drop\b/i, '') : text;
}

function ignoreRefusal(error: unknown): void {
  if (!(error instanceof DatabaseError) || isMachinesFault(error)) throw error;
}
