import { escapeIdentifier } from 'pg';
import type { Run } from './run.ts';

/** Drops a database of ours, with whoever is still connected to it. */
export async function dropDatabase(run: Run, name: string): Promise<void> {
  await run(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
}
