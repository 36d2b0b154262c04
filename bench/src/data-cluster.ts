import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Release } from './carry-out.ts';
import { plumbCommand } from './plumb-command.ts';

/**
 * Starts a development database in the working folder: PostgreSQL with the settings that it comes with, so that what is
 * committed is on the disk.
 */
export async function serveDataCluster(folder: string, major?: number): Promise<Release> {
  const env = { ...process.env, PLUMB_HOME: join(folder, 'home') };
  await plumbCommand(['db', 'start', ...(major === undefined ? [] : ['--major', String(major)])], env);
  writeFileSync(urlFile(folder), await plumbCommand(['db', 'url'], env), { mode: 0o600 });
  return async () => void (await plumbCommand(['db', 'stop'], env));
}

/** The URL of the server's maintenance database. */
export function dataClusterUrl(folder: string): string {
  return readFileSync(urlFile(folder), 'utf8');
}

function urlFile(folder: string): string {
  return join(folder, 'url');
}
