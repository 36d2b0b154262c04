import type { Client } from 'pg';

/** Locks on every table, which are given up step by step: what waits for one of them can be looked at. */
export interface Obstacle {
  /** Gives up the next, and says whether there was one. */
  giveWay(): Promise<boolean>;
}

/**
 * The first step stops whatever is stronger than the locks of ordinary queries, the second what keeps even readers out, and
 * the third that on partitions alone, from a session of its own: DETACH CONCURRENTLY waits for the transactions that read
 * the parent to end before it locks the partition.
 */
export async function placeObstacle([first, last]: readonly [Client, Client]): Promise<Obstacle> {
  const { rows } = await first.query<{ name: string; partition: boolean }>(`
    SELECT pg_catalog.format('%I.%I', n.nspname, c.relname) AS name, c.relispartition AS partition
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'`);
  const names = rows.map(({ name }) => name);
  const partitions = rows.filter(({ partition }) => partition).map(({ name }) => name);
  const others = names.filter((name) => !partitions.includes(name));
  await last.query(`BEGIN;${lock(partitions, 'ACCESS SHARE')}`);
  await first.query(`BEGIN;${lock(others, 'ACCESS SHARE')}SAVEPOINT readers;${lock(names, 'SHARE UPDATE EXCLUSIVE')}`);
  const steps = [
    () => first.query('ROLLBACK TO SAVEPOINT readers'),
    () => first.query('ROLLBACK'),
    () => last.query('ROLLBACK'),
  ];
  return {
    async giveWay() {
      const step = steps.shift();
      await step?.();
      return step !== undefined;
    },
  };
}

function lock(names: readonly string[], mode: string): string {
  return names.length === 0 ? '' : `LOCK TABLE ONLY ${names.join(', ONLY ')} IN ${mode} MODE;`;
}
