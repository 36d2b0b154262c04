// Builds the package in the working folder with plain `tsc`. It compiles beside dist and swaps by renaming, so that a
// process that starts meanwhile finds a whole build, and a deleted source leaves nothing behind. Where entries are named,
// their modules are joined: Node takes longer to find and open hundreds of small files than to run what is in them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';

const entries = process.argv.slice(2);
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
const fresh = `dist.${process.pid}`;
try {
  compile();
  if (entries.length > 0) await joinModules();
  swap();
} catch (error) {
  rmSync(fresh, { recursive: true, force: true });
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

function compile() {
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', fresh], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('It does not compile.');
}

/** Puts what the entries hold, and what they load later, in as few files as let each be loaded alone. */
async function joinModules() {
  const bundle = await rolldown({
    input: Object.fromEntries(entries.map((entry) => [entry, `./${fresh}/${entry}.js`])),
    platform: 'node',
    external: (id, _importer, isResolved) => !isResolved && !id.startsWith('.'),
  });
  const { output } = await bundle.generate({ format: 'esm', chunkFileNames: 'chunks/[name]-[hash].js' });
  await bundle.close();
  for (const file of readdirSync(fresh, { recursive: true })) {
    if (file.endsWith('.js')) rmSync(join(fresh, file));
  }
  for (const { fileName, code } of output) {
    const file = join(fresh, fileName);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, code);
  }
}

function swap() {
  const stale = `dist.${process.pid}.stale`;
  if (existsSync('dist')) renameSync('dist', stale);
  renameSync(fresh, 'dist');
  rmSync(stale, { recursive: true, force: true });
}
