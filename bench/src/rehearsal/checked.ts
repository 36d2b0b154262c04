import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plumbProgram } from '../plumb-command.ts';
import type { Case } from './cases.ts';
import type { Traced } from './trace/traced.ts';

interface Step extends Omit<Traced, 'locks'> {
  readonly sql: string;
  readonly observed: boolean;
  readonly locks: Readonly<Record<string, string>>;
}

interface Envelope {
  readonly data: { readonly steps: readonly Step[] } | null;
  readonly findings: readonly { readonly message: string }[];
  readonly error: { readonly message: string } | null;
}

/** What `plumb check` says of a case, whose tables have no rows, as in a repository; with `--static`, without a server. */
export async function checked(
  { base, first, migration }: Case,
  { folder, major, home }: { readonly folder: string; readonly major: number; readonly home: string },
  ...flags: readonly '--static'[]
): Promise<readonly Traced[]> {
  const [before, file] = ['base.sql', 'migration.sql'].map((name) => join(folder, name)) as [string, string];
  writeFileSync(before, `${base.schema}\n${first}`);
  writeFileSync(file, migration);
  const args = ['check', file, '--base', before, '--major', String(major), '--json', ...flags];
  const { data, error, findings } = await envelopeOf(args, { ...process.env, PLUMB_HOME: home });
  if (data === null) throw new Error(error?.message ?? 'it said nothing');
  const unseen = data.steps.find(({ observed }) => !observed);
  if (unseen !== undefined) {
    throw new Error(`not run: ${unseen.sql} (${findings.map(({ message }) => message).join('; ')})`);
  }
  return data.steps.map(({ locks, rewrites, rebuilds, scans, blocks }) => ({
    locks: Object.entries(locks).map((lock) => lock.join(' ')),
    rewrites,
    rebuilds,
    scans,
    blocks,
  }));
}

/** Where something is found it ends with 1, which is no failure. */
export function envelopeOf(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Envelope> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [plumbProgram, ...args], { env, maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      if (stdout === '') reject(new Error(`it said nothing: ${/^\w*Error.*$/m.exec(stderr)?.[0] ?? error?.code}`));
      else resolve(JSON.parse(stdout));
    });
  });
}
