// Builds the package in the working folder with plain `tsc`. It compiles beside dist and swaps by renaming, so that a
// process that starts meanwhile finds a whole build, and a deleted source leaves nothing behind.
import { spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
const fresh = `dist.${process.pid}`;
const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', fresh], {
  stdio: 'inherit',
});
if (status === 0) {
  const stale = `dist.${process.pid}.stale`;
  if (existsSync('dist')) renameSync('dist', stale);
  renameSync(fresh, 'dist');
  rmSync(stale, { recursive: true, force: true });
} else {
  rmSync(fresh, { recursive: true, force: true });
  process.exitCode = 1;
}
