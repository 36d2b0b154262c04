import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { errorCode } from '../error-code.ts';
import type { Environment } from './environment.ts';

export interface PasswordEntries {
  /** The password of the first line that fits. */
  find(login: Login): string | null;
}

interface Login {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
}

/** The folder where a user keeps files for PostgreSQL's clients on Windows. */
export function windowsFolder(env: Environment): string {
  return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'postgresql');
}

/** The password file that is meant: the one that is named, else the user's own. */
export function passwordFile(named: string | undefined, env: Environment): string {
  if (named !== undefined && named !== '') return named;
  return process.platform === 'win32'
    ? join(windowsFolder(env), 'pgpass.conf')
    : join(env.HOME ?? homedir(), '.pgpass');
}

/** Reads a password file as libpq does: one that is missing has no passwords, one that others may read is not used. */
export function readPasswordFile(file: string, onWarning?: (warning: string) => void): PasswordEntries {
  const nothing: PasswordEntries = { find: () => null };
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) return nothing;
  if (!stats.isFile()) {
    onWarning?.(`The password file ${file} is not used, because it is not a plain file.`);
    return nothing;
  }
  if (process.platform !== 'win32' && (stats.mode & 0o077) !== 0) {
    onWarning?.(`The password file ${file} is not used, because others may read it. Run: chmod 0600 ${file}`);
    return nothing;
  }
  try {
    const lines = readFileSync(file, 'utf8').split(/\r?\n/);
    return { find: (login) => firstMatch(lines, login) };
  } catch (error) {
    onWarning?.(`The password file ${file} is not used, because it could not be read (${errorCode(error)}).`);
    return nothing;
  }
}

function firstMatch(lines: readonly string[], login: Login): string | null {
  for (const line of lines) {
    if (line.startsWith('#')) continue;
    const [host, port, database, user, password] = fields(line);
    const fits =
      matches(host, login.host) &&
      matches(port, String(login.port)) &&
      matches(database, login.database) &&
      matches(user, login.user);
    if (fits && password !== undefined) return unescaped(password);
  }
  return null;
}

/** Splits at the colons that no backslash precedes. */
function fields(line: string): string[] {
  return line.match(/(?<=^|:)(?:[^:\\]|\\.|\\$)*/g) ?? [];
}

/** A lone `*` fits everything; an escaped one is a star. */
function matches(field: string | undefined, value: string): boolean {
  return field === '*' || (field !== undefined && unescaped(field) === value);
}

function unescaped(field: string): string {
  return field.replaceAll(/\\(.)/g, '$1');
}
