import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';

/**
 * Waits until others see what a session counted. From 15 on, a session hands it in when it is asked. Before that, it does so
 * with some statement half a second after the last time, and a collector writes it down when it comes to it: what is
 * counted last has arrived when all has.
 */
export async function settleStatistics(client: Client, observer: Client): Promise<void> {
  const { rows } = await client.query<{ asks: boolean }>(
    "SELECT pg_catalog.to_regproc('pg_catalog.pg_stat_force_next_flush') IS NOT NULL AS asks",
  );
  if (rows[0]?.asks) {
    await client.query('SELECT pg_catalog.pg_stat_force_next_flush()');
    return;
  }
  const before = await marksSeen(observer);
  // the collector is sent datagrams, which may be lost
  for (let looks = 0; looks < 200; looks++) {
    await client.query(mark);
    if ((await marksSeen(observer)) > before) return;
    await sleep(20);
  }
}

/** Reads as a whole what nobody else does. */
const mark = 'SELECT lomacl FROM pg_catalog.pg_largeobject_metadata LIMIT 1';

async function marksSeen(observer: Client): Promise<number> {
  const { rows } = await observer.query<{ marks: number }>(
    "SELECT pg_catalog.pg_stat_get_numscans('pg_catalog.pg_largeobject_metadata'::pg_catalog.regclass)::int AS marks",
  );
  return rows[0]?.marks ?? 0;
}
