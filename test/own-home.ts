import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanShadows } from '../packages/plumb/src/postgres/embedded/shadow-clusters.ts';

/** Gives the whole test run one PLUMB_HOME of its own, and takes away what the caller's shell says about databases. */
export default function ownHome(): () => Promise<void> {
  for (const name of Object.keys(process.env)) {
    if (name === 'DATABASE_URL' || /^(PG|POSTGRES_|PLUMB_)/.test(name)) delete process.env[name];
  }
  // The space in the name proves, on every run, that paths are quoted.
  const home = mkdtempSync(join(tmpdir(), 'plumb tests '));
  // From root, the servers run as another user, who must be able to enter.
  chmodSync(home, 0o755);
  process.env.PLUMB_HOME = home;
  // in CI, the run may be that of a pull request
  process.env.PLUMB_GUARD = '0';
  return async () => {
    await cleanShadows({ ...process.env, PLUMB_HOME: home });
    rmSync(home, { recursive: true, force: true });
  };
}
