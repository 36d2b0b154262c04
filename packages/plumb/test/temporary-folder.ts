import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { cleanShadows } from '../src/postgres/embedded/shadow-clusters.ts';

/** A folder for the length of a test; others may pass through it, unlike what mkdtemp makes. */
export function temporaryFolder(name = 'plumb test '): string {
  const folder = mkdtempSync(join(tmpdir(), name));
  chmodSync(folder, 0o711);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An empty home for shadow clusters, whose servers are stopped when the test ends. */
export function temporaryHome(folder: string = temporaryFolder()): { PLUMB_HOME: string } {
  const env = { PLUMB_HOME: folder };
  onTestFinished(async () => {
    await cleanShadows(env);
  });
  return env;
}
