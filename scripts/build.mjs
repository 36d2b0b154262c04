// Builds the package in the working folder with plain `tsc`. It compiles beside dist and swaps, so that a running process
// finds a whole build at any time and a deleted source leaves nothing behind.
import { spawnSync } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
const fresh = `dist.${process.pid}`;
const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', fresh], { stdio: 'inherit' });
if (status === 0) {
  rmSync('dist', { recursive: true, force: true });
  renameSync(fresh, 'dist');
} else {
  rmSync(fresh, { recursive: true, force: true });
  process.exitCode = 1;
}
