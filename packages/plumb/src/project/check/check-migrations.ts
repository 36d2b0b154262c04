import type { Finding } from '../../contract/finding.ts';
import type { ProgressListener } from '../../contract/progress.ts';
import { connect } from '../../postgres/connection/connect.ts';
import { withClient } from '../../postgres/with-client.ts';
import type { Rehearsal } from '../../rehearsal/rehearse/rehearsal.ts';
import { rehearse } from '../../rehearsal/rehearse/rehearse.ts';
import { shadowOf } from '../../rehearsal/shadow-of.ts';
import type { Locks } from '../../rehearsal/watch/lock-mode.ts';
import { blockedBy } from '../../rehearsal/watch/observation.ts';
import { openSource } from '../../sources/open-source.ts';
import { parseSchemaSource } from '../../sources/schema-source.ts';
import { settingsOf } from '../../sources/url/settings-of.ts';
import { orProblem } from '../../sql/problem-of.ts';
import { readSizes } from '../schema/read-sizes.ts';
import { readEmpty, readSource } from '../schema/read-source.ts';
import { shadowsFor } from '../schema/shadows-for.ts';
import { resolveSettings } from '../settings/resolve-settings.ts';
import type { Place } from '../settings/settings.ts';
import { estimate, type Seconds } from './estimate.ts';
import { type Pending, pendingFiles, pendingOfFolder } from './pending.ts';
import { rehearsalFindings } from './rehearsal-findings.ts';
import { tablesToFill } from './tables-to-fill.ts';

export interface CheckRequest extends Place {
  readonly files: readonly string[];
  readonly base?: string | undefined;
  readonly migrations?: string | undefined;
  readonly all: boolean;
  /** The server that says how large the tables are. */
  readonly sizes?: string | undefined;
  readonly major?: number | undefined;
  /** Milliseconds that a statement may take. */
  readonly timeout?: number | undefined;
  readonly signal: AbortSignal;
  readonly progress: ProgressListener;
}

/** One statement and what it does, as it is told. */
export interface CheckedStep {
  readonly migration: string;
  readonly file: string;
  readonly line: number;
  readonly sql: string;
  readonly transaction: number | null;
  /** Whether it was run; one that failed, or stands behind one that did, was not. */
  readonly observed: boolean;
  readonly locks: Locks;
  readonly held: Locks;
  readonly rewrites: readonly string[];
  readonly rebuilds: readonly string[];
  readonly scans: readonly string[];
  /** Relations that others can't write to, or even read, while it scans or rewrites something. */
  readonly blocks: readonly string[];
  readonly seconds: Seconds | null;
}

export interface Check {
  readonly checked: Pick<Pending, 'because'> & { readonly migrations: readonly string[]; readonly base: string };
  readonly postgres: string;
  readonly steps: readonly CheckedStep[];
  readonly findings: readonly Finding[];
}

const usualTimeout = 60_000;

/** Rehearses what is pending, and says what it would do. */
export async function checkMigrations(request: CheckRequest): Promise<Check> {
  const { cwd, env, files, signal, progress, configFile } = request;
  const settings = await resolveSettings({
    cwd,
    env,
    configFile,
    flags: { major: request.major, migrations: request.migrations },
  });
  const base = request.base === undefined ? null : parseSchemaSource(request.base, { cwd, env });
  const given = { cwd, folder: settings.migrations, base };
  const pending = files.length > 0 ? await pendingFiles(files, given) : await pendingOfFolder(given, request);
  await using shadows = await shadowsFor([pending.base], settings, { env, progress, signal });
  const options = { shadows, signal, progress };
  await using source = await openSource(pending.base, options);
  const catalog = await readSource(source, signal);
  const rehearsal = await orProblem(
    rehearse(pending.migrations, {
      scratch: shadowOf(source, catalog, { shadows, empty: () => readEmpty(options) }),
      tables: tablesToFill(catalog),
      statementTimeout: request.timeout ?? usualTimeout,
      signal,
      progress,
    }),
  );
  const sizes = request.sizes === undefined ? null : await sizesOf(request.sizes, request);
  const steps = stepsOf(rehearsal, sizes);
  return {
    checked: {
      migrations: pending.migrations.map(({ version }) => version),
      because: pending.because,
      base: source.label,
    },
    postgres: shadows.version.text,
    steps,
    findings: [...rehearsalFindings(rehearsal, steps), ...source.notes, ...rehearsal.notes],
  };
}

function sizesOf(url: string, { cwd, env, signal }: CheckRequest) {
  return withClient(() => connect(settingsOf(url, { cwd, env }), { signal }), signal, readSizes);
}

function stepsOf(
  { migrations }: Rehearsal,
  sizes: Awaited<ReturnType<typeof readSizes>> | null,
): readonly CheckedStep[] {
  return migrations.flatMap(({ steps }) =>
    steps.map(({ version, observation, statement: _, ...step }) => ({
      migration: version,
      ...step,
      observed: observation !== null,
      locks: observation?.locks ?? {},
      held: observation?.held ?? {},
      rewrites: observation?.rewrites ?? [],
      rebuilds: observation?.rebuilds ?? [],
      scans: observation?.scans ?? [],
      blocks: observation === null ? [] : blockedBy(observation),
      seconds: observation === null ? null : estimate(observation, sizes),
    })),
  );
}
