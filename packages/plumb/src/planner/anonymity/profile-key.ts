import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Problem } from '../../contract/problem.ts';
import { fileProblem } from '../../postgres/embedded/file-problem.ts';

const keyBytes = 32;

/** Where the key of a profile is: beside it. */
export function keyFileOf(profile: string): string {
  return `${profile}.key`;
}

/** The key in a file; null where there is no such file. */
export function readProfileKey(file: string): Buffer | null {
  if (!existsSync(file)) return null;
  const key = Buffer.from(contentOf(file).trim(), 'base64url');
  if (key.length === keyBytes) return key;
  throw new Problem('FILE_INVALID', `${file} holds no key of a profile.`, {
    hint: 'Get it again from where you keep it, or remove it to plan with stand-ins in place of values.',
  });
}

/** The key that is there, so that the same values get the same stand-ins, or else a new one. */
export function ensureProfileKey(file: string): Buffer {
  const known = readProfileKey(file);
  if (known !== null) return known;
  const key = randomBytes(keyBytes);
  writeKey(file, key);
  return key;
}

/** Gives a profile that was made of another the same key, where that is at hand. */
export function copyProfileKey(from: string, to: string): void {
  const key = readProfileKey(keyFileOf(from));
  if (key !== null) writeKey(keyFileOf(to), key);
}

function writeKey(file: string, key: Buffer): void {
  try {
    writeFileSync(file, `${key.toString('base64url')}\n`, { mode: 0o600 });
  } catch (error) {
    throw fileProblem(error, 'write', file);
  }
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Problem('NO_PERMISSION', `The key ${file} can't be read.`, { cause: error });
  }
}
