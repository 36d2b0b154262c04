import type { Client } from 'pg';
import { errorCode } from '../../postgres/error-code.ts';
import type { LockMode } from './lock-mode.ts';

/** What a session waits for: a lock on a relation, or the end of others (null). */
export type Wait = { readonly relation: string; readonly mode: LockMode } | null;

/** Locks on every table, which are given up one by one: what waits for one of them can be looked at. */
export interface Obstacle {
  /** Lets pass what waits, as little as possible, and says whether anything was in its way. */
  giveWay(wait: Wait): Promise<boolean>;
}

interface Table {
  readonly oid: string;
  readonly name: string;
  readonly partition: boolean;
}

/**
 * What keeps out most of what a statement takes, and can be held by two sessions at once: writers and VACUUM, or what is
 * SHARE and stronger.
 */
export type Barrier = 'SHARE' | 'ROW EXCLUSIVE';

/** First the barrier, then only what keeps out those that keep even readers out, then nothing. */
type Strength = Barrier | 'ACCESS SHARE' | null;

/** Locks that are taken again each time that one of them is given up. More take longer than what they show is worth. */
const mostLocks = 20_000;

/**
 * Two sessions hold locks in turns, so that one table after another is let go. A third holds partitions: DETACH
 * CONCURRENTLY waits for the transactions that read the parent to end before it locks the partition.
 */
export async function placeObstacle(
  [one, other, last]: readonly [Client, Client, Client],
  barrier: Barrier,
): Promise<Obstacle> {
  const { rows: tables } = await one.query<Table>(`
    SELECT c.oid::text, pg_catalog.format('%I.%I', n.nspname, c.relname) AS name, c.relispartition AS partition
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p')
      AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'plumb_shadow', 'plumb')`);
  const strengths = new Map<string, Strength>(tables.map(({ oid }) => [oid, barrier]));
  const lock = (client: Client, some: readonly Table[]): Promise<unknown> =>
    client.query(`BEGIN;${locking(some, strengths, barrier)}${locking(some, strengths, 'ACCESS SHARE')}`);
  await last.query(
    `BEGIN;${locked(
      tables.filter(({ partition }) => partition),
      'ACCESS SHARE',
    )}`,
  );
  await lock(one, tables);
  let standing: Client | null = one;
  let lastStands = true;
  let locksLeft = mostLocks;

  async function letAllPass(): Promise<boolean> {
    if (standing !== null) {
      await standing.query('ROLLBACK');
      standing = null;
      return true;
    }
    const stood = lastStands;
    lastStands = false;
    if (stood) await last.query('ROLLBACK');
    return stood;
  }

  return {
    async giveWay(wait) {
      const strength = strengths.get(wait?.relation ?? '') ?? null;
      locksLeft -= tables.length;
      if (wait === null || strength === null || standing === null || locksLeft < 0) return letAllPass();
      strengths.set(wait.relation, strength === barrier && wait.mode !== 'AccessExclusiveLock' ? 'ACCESS SHARE' : null);
      const before: Client = standing;
      const next = before === one ? other : one;
      try {
        await lock(next, tables);
      } catch (error) {
        if (errorCode(error) === null) throw error;
        // what is watched holds one of them already
        await next.query('ROLLBACK');
        return letAllPass();
      }
      standing = next;
      await before.query('ROLLBACK');
      return true;
    },
  };
}

function locking(tables: readonly Table[], strengths: ReadonlyMap<string, Strength>, strength: Strength): string {
  return locked(
    tables.filter(({ oid }) => strengths.get(oid) === strength),
    strength ?? '',
  );
}

/** Nobody waits: what is watched could wait for the one who does. */
function locked(tables: readonly Table[], mode: string): string {
  const names = tables.map(({ name }) => name);
  return names.length === 0 ? '' : `LOCK TABLE ONLY ${names.join(', ONLY ')} IN ${mode} MODE NOWAIT;`;
}
