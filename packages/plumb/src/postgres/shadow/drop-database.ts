import { escapeIdentifier } from 'pg';
import { errorCode } from '../error-code.ts';
import type { Run } from './run.ts';

/** Drops a database of ours, with whoever is still connected to it. */
export async function dropDatabase(run: Run, name: string): Promise<void> {
  const drop = `DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`;
  try {
    await run(drop);
  } catch (error) {
    if (errorCode(error) !== objectInUse) throw error;
    await removeSubscriptions(run, name);
    await run(drop);
  }
}

const objectInUse = '55006';

/**
 * PostgreSQL drops no database that has a subscription, and a subscription only from within its database. Ours have
 * neither a slot nor a worker: all there is of them are rows in catalogues that the whole cluster shares.
 */
async function removeSubscriptions(run: Run, database: string): Promise<void> {
  await run(
    `
    WITH subscription AS (
      DELETE FROM pg_catalog.pg_subscription
      WHERE subdbid = (SELECT oid FROM pg_catalog.pg_database WHERE datname = $1)
      RETURNING oid
    )
    DELETE FROM pg_catalog.pg_shdepend
    USING subscription
    WHERE classid = 'pg_catalog.pg_subscription'::pg_catalog.regclass AND objid = subscription.oid
  `,
    [database],
  );
}
