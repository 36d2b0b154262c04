import type { Client } from 'pg';
import { errorCode } from '../../postgres/error-code.ts';
import type { LockMode } from './lock-mode.ts';
import { pidOf } from './pid-of.ts';

/** What a session waits for. */
export interface Wait {
  /** Null where it isn't for a lock on a relation. */
  readonly relation: string | null;
  readonly mode: LockMode;
  /** The process ids of those in whose hands it is. */
  readonly others: readonly number[];
}

/** The first two hold locks in turns, so that one table after another is let go; the others hold partitions and materialised views. */
export type Holders = readonly [Client, Client, Client, Client];

/** Locks on every table, which are given up one by one: what waits for one of them can be looked at. */
export interface Obstacle {
  /** Lets pass what waits, as little as possible, and says whether anything was in its way. */
  giveWay(wait: Wait): Promise<boolean>;
}

interface Table {
  readonly oid: string;
  readonly name: string;
  /** Whether it is a materialised view. */
  readonly view: boolean;
  /** How deep it lies below a partitioned table, if at all. */
  readonly depth: number;
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
 * DETACH CONCURRENTLY waits for the transactions that read the parent to end before it locks the partition: so a table and
 * its partitions are held by different sessions. Materialised views can only be read; what is done to their indexes
 * CONCURRENTLY waits for old snapshots.
 */
export async function placeObstacle([one, other, ...last]: Holders, barrier: Barrier): Promise<Obstacle> {
  const { rows } = await one.query<Table>(`
    SELECT c.oid::text, pg_catalog.format('%I.%I', n.nspname, c.relname) AS name, c.relkind = 'm' AS view,
      CASE WHEN c.relispartition THEN (SELECT pg_catalog.count(*)::int - 1 FROM pg_catalog.pg_partition_ancestors(c.oid)) ELSE 0 END AS depth
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE (c.relkind IN ('r', 'p') OR c.relkind = 'm' AND c.relispopulated)
      AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'plumb_shadow', 'plumb')`);
  const [tables, views] = [rows.filter(({ view }) => !view), rows.filter(({ view }) => view)];
  const strengths = new Map<string, Strength>(tables.map(({ oid }) => [oid, barrier]));
  const lock = (client: Client, some: readonly Table[]): Promise<unknown> =>
    client.query(`BEGIN;${locking(some, strengths, barrier)}${locking(some, strengths, 'ACCESS SHARE')}`);
  const lastStanding = new Map<number, { readonly holder: Client; readonly partitions: readonly Table[] }>();
  for (const [at, holder] of last.entries()) {
    const partitions = tables.filter(({ depth }) => depth > 0 && depth % 2 === at);
    await holder.query(`BEGIN ISOLATION LEVEL REPEATABLE READ;${locked(partitions, 'ACCESS SHARE')}`);
    for (const { name } of at === 0 ? views : []) await holder.query(`SELECT FROM ${name} LIMIT 0`);
    lastStanding.set(await pidOf(holder), { holder, partitions });
  }
  await lock(one, tables);
  let standing: Client | null = one;
  /** Those that hold nothing any more. */
  const idle: Client[] = [];
  let locksLeft = mostLocks;

  async function letPass({ relation, others }: Wait): Promise<boolean> {
    const asked = [...lastStanding].filter(([pid]) => others.includes(pid));
    if (asked.length === 0 && standing !== null) {
      await standing.query('ROLLBACK');
      idle.push(one, other);
      standing = null;
      return true;
    }
    const stood = asked.length > 0 ? asked : [...lastStanding];
    for (const [pid, { holder, partitions }] of stood) {
      lastStanding.delete(pid);
      if (relation !== null) await takeOver(partitions.filter(({ oid }) => oid !== relation));
      await holder.query('ROLLBACK');
      idle.push(holder);
    }
    return stood.length > 0;
  }

  /** Another session holds what only one of them is in the way of. */
  async function takeOver(partitions: readonly Table[]): Promise<void> {
    const holder = partitions.length === 0 ? undefined : idle.pop();
    if (holder === undefined) return;
    try {
      await holder.query(`BEGIN;${locked(partitions, 'ACCESS SHARE')}`);
      lastStanding.set(await pidOf(holder), { holder, partitions });
    } catch (error) {
      if (errorCode(error) === null) throw error;
      await holder.query('ROLLBACK');
    }
  }

  /** Whether there is less to hold than before. */
  function weaken({ relation, mode, others }: Wait): boolean {
    if (relation === null) {
      if (others.some((pid) => lastStanding.has(pid))) return false;
      // CONCURRENTLY waits for all that can still read the table
      const weak = [...strengths].filter(([, strength]) => strength === 'ACCESS SHARE');
      for (const [oid] of weak) strengths.set(oid, null);
      return weak.length > 0;
    }
    const strength = strengths.get(relation) ?? null;
    strengths.set(relation, strength === barrier && mode !== 'AccessExclusiveLock' ? 'ACCESS SHARE' : null);
    return strength !== null;
  }

  return {
    async giveWay(wait) {
      locksLeft -= tables.length;
      if (standing === null || locksLeft < 0 || !weaken(wait)) return letPass(wait);
      const before: Client = standing;
      const next = before === one ? other : one;
      try {
        await lock(next, tables);
      } catch (error) {
        if (errorCode(error) === null) throw error;
        // what is watched holds one of them already
        await next.query('ROLLBACK');
        return letPass(wait);
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
