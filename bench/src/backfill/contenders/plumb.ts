import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@pgplumb/migrate';
import { Pool } from 'pg';
import type { Contender } from '../contender.ts';
import { batch, update } from '../statement.ts';

/** A migration with one section, applied as an application does at its start. */
export const plumb: Contender = async ({ url }) => {
  const migrations = mkdtempSync(join(tmpdir(), 'migrations-'));
  writeFileSync(
    join(migrations, '20260101000000_fill_priority.sql'),
    `-- plumb:up backfill table=jobs batch=${batch}\n${update};\n`,
  );
  const pool = new Pool({ connectionString: url });
  await migrate({ client: pool, migrations });
  await pool.end();
};
