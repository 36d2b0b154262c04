import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from '../error-code.ts';
import { fileProblem } from './file-problem.ts';
import { makePassage } from './home.ts';
import { isAlive, processSpace } from './process.ts';

/*
 * A lock between processes that survives `kill -9` of its holder, on any file system, without flock.
 *
 * The lock is a row of numbered files of which the highest counts. It is taken by creating the next number, which only one
 * process can do, once the highest is free (empty of an owner) or its owner is dead. A number that is no longer the highest
 * when its maker looks again was made too late, and is given up. The highest file is never deleted, only freed, so that a
 * slow process can't bring an old number back to life.
 */

const freed = 'free';
const heartbeat = 1000;
/** How long an owner whom we can't look up (another container, a recycled pid) may be silent before it counts as dead. */
const silence = 20_000;
/** A name that takes longer to be written never will be. */
const writing = 2000;

interface Owner {
  readonly pid: number;
  readonly space: string;
}

export interface FileLockOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called once when somebody else has the lock. */
  readonly onWait?: (pid: number) => void;
}

/** Runs `work` while no other process runs work under the same name in the same folder. */
export async function withFileLock<Result>(
  folder: string,
  name: string,
  work: () => Promise<Result>,
  options: FileLockOptions = {},
): Promise<Result> {
  const held = await take(folder, name, options);
  const beat = setInterval(() => touch(held), heartbeat);
  beat.unref();
  try {
    return await work();
  } finally {
    clearInterval(beat);
    free(held);
  }
}

async function take(folder: string, name: string, options: FileLockOptions): Promise<string> {
  const watched = new Map<string, { seen: number; since: number }>();
  for (let told = false; ; ) {
    options.signal?.throwIfAborted();
    const highest = highestNumber(folder, name);
    const current = join(folder, `${name}.${highest}`);
    const owner = highest === 0 ? null : readOwner(current);
    if (owner === null || isDead(owner, current, watched)) {
      const next = join(folder, `${name}.${highest + 1}`);
      if (create(next)) {
        if (highestNumber(folder, name) === highest + 1) {
          removeBelow(folder, name, highest + 1);
          return next;
        }
        rmSync(next, { force: true });
      }
      continue;
    }
    if (!told && typeof owner === 'object') {
      told = true;
      options.onWait?.(owner.pid);
    }
    await sleep(10 + Math.random() * 15, undefined, options.signal === undefined ? {} : { signal: options.signal });
  }
}

function create(file: string): boolean {
  const owner: Owner = { pid: process.pid, space: processSpace() };
  try {
    makePassage(dirname(file));
    writeFileSync(file, JSON.stringify(owner), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw fileProblem(error, 'write', file);
  }
}

/** Null: nobody has it. `writing`: its owner is about to write its name. */
function readOwner(file: string): Owner | 'writing' | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    // a newer number took its place between our two looks, so we look again
    if (errorCode(error) === 'ENOENT') return 'writing';
    throw fileProblem(error, 'read', file);
  }
  if (text.startsWith(freed)) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && 'pid' in value && 'space' in value) {
      return { pid: Number(value.pid), space: String(value.space) };
    }
  } catch {
    // half written
  }
  return 'writing';
}

/** An owner is dead when its process is gone, or when its file was not touched for long while we were looking. */
function isDead(
  owner: Owner | 'writing',
  file: string,
  watched: Map<string, { seen: number; since: number }>,
): boolean {
  if (owner !== 'writing' && owner.space === processSpace() && !isAlive(owner.pid)) return true;
  const seen = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const before = watched.get(file);
  if (before === undefined || before.seen !== seen) {
    watched.set(file, { seen, since: performance.now() });
    return false;
  }
  return performance.now() - before.since > (owner === 'writing' ? writing : silence);
}

function highestNumber(folder: string, name: string): number {
  return Math.max(0, ...numbers(folder, name));
}

function numbers(folder: string, name: string): number[] {
  return (existsSync(folder) ? readdirSync(folder) : [])
    .filter((file) => file.startsWith(`${name}.`))
    .map((file) => Number(file.slice(name.length + 1)))
    .filter(Number.isInteger);
}

function removeBelow(folder: string, name: string, limit: number): void {
  for (const number of numbers(folder, name)) {
    if (number < limit) rmSync(join(folder, `${name}.${number}`), { force: true });
  }
}

function touch(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // the folder was removed under us; the work itself will tell
  }
}

function free(file: string): void {
  try {
    // over the owner's name in place: a file that was removed meanwhile must not come back
    writeFileSync(file, freed.padEnd(statSync(file).size), { flag: 'r+' });
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw fileProblem(error, 'write', file);
  }
}
