import { shadowPrefix } from './names.ts';
import { readSizes } from './read-sizes.ts';
import type { Run } from './run.ts';

export interface ShadowInUse {
  readonly name: string;
  readonly bytes: number;
  readonly connections: number;
}

export async function listShadows(run: Run): Promise<ShadowInUse[]> {
  const { rows } = await readSizes<{ name: string; bytes: string; connections: number }>(
    run,
    `
    SELECT d.datname AS name,
           pg_database_size(d.oid)::text AS bytes,
           (SELECT count(*)::int FROM pg_stat_activity a WHERE a.datid = d.oid) AS connections
    FROM pg_database d
    WHERE starts_with(d.datname, $1)
    ORDER BY d.datname
  `,
    [shadowPrefix],
  );
  return rows.map((row) => ({ ...row, bytes: Number(row.bytes) }));
}
