import type { Finding } from '../../contract/finding.ts';
import type { ProgressListener } from '../../contract/progress.ts';
import { connect } from '../../postgres/connection/connect.ts';
import { withClient } from '../../postgres/with-client.ts';
import type { Rehearsal } from '../../rehearsal/rehearse/rehearsal.ts';
import { rehearse } from '../../rehearsal/rehearse/rehearse.ts';
import { tablesToFill } from '../../rehearsal/sample/tables-to-fill.ts';
import { shadowOf } from '../../rehearsal/shadow-of.ts';
import type { Locks } from '../../rehearsal/watch/lock-mode.ts';
import type { Seconds } from '../../rules/estimate.ts';
import { askedRules, atLevels, type Levels } from '../../rules/levels.ts';
import { viewOf } from '../../rules/migration-view.ts';
import { migrationRules } from '../../rules/registry.ts';
import type { StepView } from '../../rules/rule.ts';
import { findInMigrations } from '../../rules/run-rules.ts';
import { openSource } from '../../sources/open-source.ts';
import { parseSchemaSource } from '../../sources/schema-source.ts';
import { settingsOf } from '../../sources/url/settings-of.ts';
import { orProblem } from '../../sql/problem-of.ts';
import { readSizes } from '../schema/read-sizes.ts';
import { readEmpty, readSource } from '../schema/read-source.ts';
import { shadowsFor } from '../schema/shadows-for.ts';
import { resolveSettings } from '../settings/resolve-settings.ts';
import type { Place } from '../settings/settings.ts';
import { schemaFindings } from './check-schema.ts';
import { type Pending, pendingFiles, pendingOfFolder } from './pending.ts';
import { rehearsalFindings } from './rehearsal-findings.ts';
import { withoutSuppressed } from './without-suppressed.ts';

export interface CheckRequest extends Place {
  readonly files: readonly string[];
  readonly base?: string | undefined;
  readonly migrations?: string | undefined;
  readonly all: boolean;
  /** Whether the schema that they lead to is checked too. */
  readonly schema: boolean;
  readonly last?: number | undefined;
  /** The server that says how large the tables are. */
  readonly sizes?: string | undefined;
  readonly major?: number | undefined;
  /** Milliseconds that a statement may take. */
  readonly timeout?: number | undefined;
  readonly timeZone?: string | undefined;
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
  const pending = files.length > 0 ? await pendingFiles(files, given) : await pendingOfFolder({ ...request, ...given });
  await using shadows = await shadowsFor([pending.base], settings, { env, progress, signal, guarded: true });
  const options = { shadows, signal, progress };
  await using source = await openSource(pending.base, options);
  const catalog = await readSource(source, signal);
  const server = request.sizes === undefined ? null : await readServer(request.sizes, request);
  const sizes = server?.sizes ?? null;
  const rehearsal = await orProblem(
    rehearse(pending.migrations, {
      scratch: shadowOf(source, catalog, { shadows, empty: () => readEmpty(options) }),
      tables: tablesToFill(catalog),
      statementTimeout: request.timeout ?? usualTimeout,
      timeZone: request.timeZone ?? server?.timeZone,
      signal,
      progress,
    }),
  );
  const view = await viewOf(rehearsal, { major: shadows.version.major, sizes });
  const { levels } = settings;
  const found = findInMigrations(askedRules(migrationRules, levels), view);
  return {
    checked: {
      migrations: pending.migrations.map(({ version }) => version),
      because: pending.because,
      base: source.label,
    },
    postgres: shadows.version.text,
    steps: view.steps.map(checkedStep),
    findings: [
      ...atLevels(withoutSuppressed([...found, ...rehearsalFindings(rehearsal, found)], view), levels),
      ...(request.schema ? await afterFindings(rehearsal, levels) : []),
      ...source.notes,
      ...rehearsal.notes,
    ],
  };
}

async function afterFindings({ migrations }: Rehearsal, levels: Levels): Promise<readonly Finding[]> {
  const after = migrations.at(-1)?.after ?? null;
  return after === null ? [] : schemaFindings(after, levels);
}

/** What decides how long statements take there, and what becomes of `timestamp`. */
function readServer(url: string, { cwd, env, signal }: CheckRequest) {
  return withClient(
    () => connect(settingsOf(url, { cwd, env }), { signal }),
    signal,
    async (client) => {
      const { rows } = await client.query<{ zone: string }>("SELECT pg_catalog.current_setting('TimeZone') AS zone");
      return { sizes: await readSizes(client), timeZone: rows[0]?.zone };
    },
  );
}

function checkedStep({ version, file, line, sql, transaction, observation, blocks, seconds }: StepView): CheckedStep {
  const nothing = { locks: {}, held: {}, rewrites: [], rebuilds: [], scans: [] };
  const { locks, held, rewrites, rebuilds, scans } = observation ?? nothing;
  const observed = observation !== null;
  return {
    migration: version,
    file,
    line,
    sql,
    transaction,
    observed,
    locks,
    held,
    rewrites,
    rebuilds,
    scans,
    blocks,
    seconds,
  };
}
