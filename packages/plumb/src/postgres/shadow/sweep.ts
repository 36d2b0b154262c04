import { dropDatabase } from './drop-database.ts';
import { buildPrefix, shadowPrefix, templateLock } from './names.ts';
import type { Run } from './run.ts';

/** Drops the shadow databases whose owner's session has ended, and half-built templates that nobody is building. */
export async function sweep(run: Run): Promise<void> {
  for (const name of await orphanedShadows(run)) await dropDatabase(run, name);
  for (const name of await databases(run, buildPrefix)) {
    const lock = templateLock(name.slice(buildPrefix.length));
    const { rows } = await run<{ free: boolean }>('SELECT pg_try_advisory_lock($1) AS free', [lock]);
    if (!rows[0]?.free) continue;
    await dropDatabase(run, name);
    await run('SELECT pg_advisory_unlock($1)', [lock]);
  }
}

async function orphanedShadows(run: Run): Promise<string[]> {
  const { rows } = await run<{ name: string }>(
    `
    SELECT d.datname AS name
    FROM pg_database d
    WHERE starts_with(d.datname, $1)
      AND pg_has_role(d.datdba, 'USAGE')
      AND NOT EXISTS (
        SELECT
        FROM pg_stat_activity a
        WHERE starts_with(d.datname, $1 || a.pid || '_' || (extract(epoch FROM a.backend_start) * 1000000)::bigint || '_')
      )
  `,
    [shadowPrefix],
  );
  return rows.map(({ name }) => name);
}

async function databases(run: Run, prefix: string): Promise<string[]> {
  const { rows } = await run<{ name: string }>(
    `SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1) AND pg_has_role(datdba, 'USAGE')`,
    [prefix],
  );
  return rows.map(({ name }) => name);
}
