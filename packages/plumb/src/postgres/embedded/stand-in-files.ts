import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../../contract/package-folder.ts';
import { standInVersion } from '../stand-in.ts';
import { fileProblem } from './file-problem.ts';

/*
 * Extensions that the embedded PostgreSQL lacks. A stand-in is a control file and a script in the extension folder of our
 * own copy of PostgreSQL, so CREATE EXTENSION simply works. Only shadows have them: a database that keeps data must say
 * that an extension is missing.
 */

/** The first line of a stand-in that needs more than an ordinary control file: `-- control: schema = cron, relocatable = false`. */
const controlLine = /^-- control: (.*)$/m;

/** In an extension folder: says that it is ours, and which stand-ins it holds. */
const markerName = 'plumb-stand-ins.txt';

interface StandIn {
  readonly name: string;
  readonly script: string;
}

let known: { readonly standIns: readonly StandIn[]; readonly hash: string } | undefined;

function shipped(): NonNullable<typeof known> {
  known ??= readStandIns(join(packageFolder, 'stand-ins'));
  return known;
}

function readStandIns(folder: string): NonNullable<typeof known> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.sql'));
  const standIns = files
    .sort()
    .map((file) => ({ name: file.slice(0, -'.sql'.length), script: readFileSync(join(folder, file), 'utf8') }));
  return { standIns, hash: hashOf(standIns) };
}

function hashOf(standIns: readonly StandIn[]): string {
  const files = standIns.map(({ name, script }) => [name, controlOf(script), script]);
  return createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 24);
}

/** Names all stand-ins that this version of plumb brings: part of what a template is made from. */
export function standInsHash(): string {
  return shipped().hash;
}

function markerText(guarded: boolean): string {
  return guarded ? `${standInsHash()} guarded` : standInsHash();
}

/** Puts the stand-ins into a copy of PostgreSQL, or refreshes them there. */
export function installStandIns(postgres: string, { guarded }: { readonly guarded: boolean }): void {
  const folder = ['share/postgresql/extension', 'share/extension']
    .map((path) => join(postgres, path))
    .find((path) => existsSync(path));
  if (folder !== undefined && readMarker(folder) !== markerText(guarded)) fill(folder, guarded);
}

function fill(folder: string, guarded: boolean): void {
  try {
    for (const standIn of shipped().standIns) put(folder, standIn);
    if (guarded) disarm(folder);
    trustAll(folder);
    // last, so that a copy that was cut short is made again
    place(folder, markerName, `${markerText(guarded)}\n`);
  } catch (error) {
    throw fileProblem(error, 'put extensions into', folder);
  }
}

/** Gives extensions without their libraries functions that only raise an error, and wrappers that take any options. */
function disarm(folder: string): void {
  for (const file of readdirSync(folder).filter((name) => reachesOut.test(name))) {
    const script = readFileSync(join(folder, file), 'utf8');
    const disarmed = script
      .replaceAll(validator, "$1 LANGUAGE plpgsql AS 'BEGIN END'")
      .replaceAll(/'MODULE_PATHNAME'(?:\s*,\s*'\w+')?/g, "'anyarray_in'")
      .replaceAll(/\bLANGUAGE\s+'?C\b'?/gi, 'LANGUAGE internal');
    if (disarmed !== script) place(folder, file, disarmed);
  }
}

const validator = /(FUNCTION \w+_validator\s*\([^)]*\)\s*RETURNS void\s*)AS 'MODULE_PATHNAME'[^;]*/gi;
const reachesOut = /^(?:dblink|file_fdw|postgres_fdw)--.*\.sql$/;

/** Where a schema lives, its owner may have been allowed what PostgreSQL allows a superuser alone: on a shadow as well. */
function trustAll(folder: string): void {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.control'))) {
    const control = readFileSync(join(folder, file), 'utf8');
    if (!/^\s*trusted\s*=/m.test(control)) place(folder, file, `${control.trimEnd()}\ntrusted = true\n`);
  }
}

/** The extension folder of the server whose share folder this is; null where it isn't a copy of ours on this machine. */
export function ownExtensionFolder(share: string): string | null {
  const folder = join(share, 'extension');
  const marker = readMarker(folder);
  if (marker === null) return null;
  // a server that has been running since another version of plumb started it
  const guarded = marker.includes(' ');
  if (marker !== markerText(guarded)) fill(folder, guarded);
  return folder;
}

/** Makes an extension that has nothing in it, where there is none of that name. */
export function provideEmptyStandIn(folder: string, name: string): boolean {
  if (!isExtensionName(name) || existsSync(join(folder, `${name}.control`))) return false;
  put(folder, { name, script: '-- nothing is known of this extension\n' });
  return true;
}

/** PostgreSQL makes file names of these, and refuses the rest itself. */
function isExtensionName(name: string): boolean {
  return /^[\w.][\w. -]*$/.test(name) && !name.includes('--') && !name.endsWith('-') && name.length < 64;
}

function readMarker(folder: string): string | null {
  const marker = join(folder, markerName);
  return existsSync(marker) ? readFileSync(marker, 'utf8').trim() : null;
}

function put(folder: string, { name, script }: StandIn): void {
  place(folder, `${name}--${standInVersion}.sql`, script);
  place(folder, `${name}.control`, controlOf(script));
}

function controlOf(script: string): string {
  const settings = (controlLine.exec(script)?.[1] ?? '').split(', ').filter((setting) => setting !== '');
  const own = [
    // the script runs as superuser, whoever owns the database and makes the extension
    'superuser = true',
    'trusted = true',
    `default_version = '${standInVersion}'`,
    "comment = 'stand-in without the real code'",
  ];
  if (!settings.some((setting) => setting.startsWith('relocatable'))) own.push('relocatable = true');
  return [...own, ...settings, ''].join('\n');
}

/** Writes a file that the server's user can read, whole or not at all, whoever else does the same at this moment. */
function place(folder: string, name: string, text: string): void {
  const fresh = join(folder, `.${name}.${process.pid}`);
  try {
    writeFileSync(fresh, text);
    chmodSync(fresh, 0o644);
    renameSync(fresh, join(folder, name));
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}

/** Whether plumb knows what is in an extension, as against one that only has the name of another. */
export function isShippedStandIn(name: string): boolean {
  return shipped().standIns.some((standIn) => standIn.name === name);
}
