import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '../../contract/problem.ts';
import type { Environment } from './environment.ts';
import { nearest } from './nearest.ts';
import { type Parameters, readParameter } from './parameters.ts';
import { windowsFolder } from './password-file.ts';

export interface Service {
  readonly name: string;
  readonly file: string;
  readonly parameters: Parameters;
}

/** Finds a service by name: in the file that is named, else in the user's own, else in the system's. */
export function readService(name: string, named: string | undefined, env: Environment): Service {
  const files = serviceFiles(named, env);
  const known: string[] = [];
  for (const file of files) {
    if (!existsSync(file)) continue;
    const sections = readSections(readFileSync(file, 'utf8'), file);
    const parameters = sections.get(name);
    if (parameters !== undefined) return { name, file, parameters };
    known.push(...sections.keys());
  }
  throw missing(name, files, known);
}

function missing(name: string, files: readonly string[], known: readonly string[]): Problem {
  const [meant] = nearest(name, known);
  const searched = files.filter((file) => existsSync(file));
  const where =
    searched.length === 0
      ? `there is no service file (${files.join(', ')})`
      : `${searched.join(', ')} has none of that name`;
  return new Problem('CONFIG_INVALID', `The service ${name} is not defined: ${where}.`, {
    hint:
      meant === undefined
        ? `Add a section [${name}], or set PGSERVICEFILE to the file that has it.`
        : `Did you mean ${meant}?`,
  });
}

function serviceFiles(named: string | undefined, env: Environment): string[] {
  const own =
    process.platform === 'win32'
      ? join(windowsFolder(env), '.pg_service.conf')
      : join(env.HOME ?? homedir(), '.pg_service.conf');
  // Debian's folder; elsewhere the system's is fixed when libpq is built, so that PGSYSCONFDIR has to name it
  const system = join(env.PGSYSCONFDIR ?? '/etc/postgresql-common', 'pg_service.conf');
  return [named ?? env.PGSERVICEFILE ?? own, system];
}

function readSections(text: string, file: string): Map<string, Parameters> {
  const sections = new Map<string, Record<string, string>>();
  let section: Record<string, string> | null = null;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const [, name] = /^\[(.*)\]$/.exec(line) ?? [];
    if (name !== undefined) {
      // the first section of a name is the one that counts
      section = {};
      if (!sections.has(name)) sections.set(name, section);
    } else if (section !== null) {
      readLine(line, section, `Line ${index + 1} of ${file}`);
    }
  }
  return sections;
}

function readLine(line: string, section: Record<string, string>, origin: string): void {
  const [, key, value = ''] = /^([^=]*?)\s*=\s*(.*)$/.exec(line) ?? [];
  if (key === undefined) throw new Problem('CONFIG_INVALID', `${origin} is not of the form key=value.`);
  if (key === 'service' || key === 'servicefile') {
    throw new Problem('CONFIG_INVALID', `${origin} names a service within a service, which PostgreSQL does not allow.`);
  }
  const read = readParameter(key, value, origin);
  if (read !== null) section[read[0]] ??= read[1];
}
