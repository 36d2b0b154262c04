import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from 'pg';
import { openPrivateServer } from 'pgplumb';
import type { RunOptions } from '../benchmark.ts';
import type { Measured } from '../results.ts';
import { type Compared, compare } from './compared.ts';
import { type Phase, phases, switches } from './phases.ts';

const program = fileURLToPath(new URL('bin/plumb.js', import.meta.resolve('pgplumb/package.json')));

/** Fills databases on a server of their own, and plans their queries there and from their profiles. */
export async function runFidelity({ only, progress, signal }: RunOptions): Promise<Measured[]> {
  const chosen = phases.filter(({ id }) => only.length === 0 || only.some((name) => id.startsWith(name)));
  const measured: Measured[] = [];
  for (const phase of chosen) {
    signal.throwIfAborted();
    progress(phase.id);
    try {
      const compared = await measure(phase, signal);
      for (const { query, differs } of compared) {
        if (differs !== null) progress(`${query}\n  production  ${differs[0]}\n  shadow      ${differs[1]}`);
      }
      const samples = {
        queries: [compared.length],
        sameTree: [compared.filter(({ sameTree }) => sameTree).length],
        same: [compared.filter(({ same }) => same).length],
      };
      measured.push({ phase: phase.id, contender: 'plumb', samples, error: null });
    } catch (error) {
      signal.throwIfAborted();
      const message = error instanceof Error ? error.message : String(error);
      progress(message);
      measured.push({ phase: phase.id, contender: 'plumb', samples: {}, error: message });
    }
  }
  return measured;
}

async function measure(phase: Phase, signal: AbortSignal): Promise<readonly Compared[]> {
  const folder = mkdtempSync(join(tmpdir(), 'plumb-fidelity-'));
  await using server = await openPrivateServer({ signal, ...(phase.major !== undefined && { major: phase.major }) });
  const client = await server.connect();
  try {
    await fill(client, phase);
    const profile = join(folder, 'profile.json');
    const how = phase.anonymized ? ['--anonymize'] : [];
    await plumb(['profile', 'capture', '--url', server.url(), '--out', profile, ...how, '--json'], folder);
    if (phase.switched === undefined) return await compareAll(client, phase, profile, null);
    const all: Compared[] = [];
    for (const name of switches) {
      signal.throwIfAborted();
      all.push(...(await compareAll(client, phase, profile, name)));
    }
    return all;
  } finally {
    await client.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(client: Client, { database, changed, inspected }: Phase): Promise<void> {
  if (inspected) await client.query('CREATE EXTENSION pageinspect');
  for (const part of ['schema', 'rows', ...(changed ? ['changes'] : [])]) {
    for (const statement of statements(`${database}-${part}.sql`)) await client.query(statement);
  }
}

async function compareAll(
  client: Client,
  { database, major }: Phase,
  profile: string,
  forbidden: string | null,
): Promise<readonly Compared[]> {
  const written = statements(`${database}-queries.sql`);
  const queries = major === 14 ? written.filter((query) => !/^\s*merge\b/i.test(query)) : written;
  if (forbidden !== null) {
    const { settings, ...rest } = JSON.parse(readFileSync(profile, 'utf8'));
    const others = Object.entries(settings).filter(([name]) => !switches.some((each) => each === name));
    const told = { ...Object.fromEntries(others), [forbidden]: 'off' };
    writeFileSync(profile, JSON.stringify({ ...rest, settings: told }));
  }
  const file = join(profile, '..', 'queries.sql');
  writeFileSync(file, queries.join(';\n'));
  const answer = JSON.parse(
    await plumb(['explain', '--file', file, '--profile', profile, '--json'], join(profile, '..')),
  );
  const plans: readonly { readonly text: string | null }[] = answer.data.plans;
  const compared: Compared[] = [];
  if (forbidden !== null) await client.query(`SET ${forbidden} = off`);
  for (const [at, query] of queries.entries()) {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${query}`);
    const production = rows.map((row) => row['QUERY PLAN']).join('\n');
    const name = forbidden === null ? query : `${forbidden} = off: ${query}`;
    compared.push(compare(name, production, plans[at]?.text ?? ''));
  }
  if (forbidden !== null) await client.query(`RESET ${forbidden}`);
  return compared;
}

/** Findings are an answer, too. */
function plumb(args: readonly string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { cwd, maxBuffer: 1 << 30 };
    execFile(process.execPath, [program, ...args], options, (error, stdout, stderr) => {
      if (error !== null && error.code !== 1) reject(new Error(stderr || stdout, { cause: error }));
      else resolve(stdout);
    });
  });
}

function statements(file: string): readonly string[] {
  const text = readFileSync(new URL(`../../src/fidelity/databases/${file}`, import.meta.url), 'utf8');
  return text.split(/;\s*\n/).filter((statement) => statement.trim() !== '');
}
