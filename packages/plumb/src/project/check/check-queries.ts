import { type Unit, unitsOf } from '@pgplumb/migrate/files';
import { loadModule } from 'libpg-query';
import type { Client } from 'pg';
import { readCatalog } from '../../catalog/read-catalog.ts';
import type { Finding } from '../../contract/finding.ts';
import type { ProgressListener } from '../../contract/progress.ts';
import { shadowOf } from '../../rehearsal/shadow-of.ts';
import { atLevels } from '../../rules/levels.ts';
import { openSource } from '../../sources/open-source.ts';
import { shadowRunner } from '../../sources/stand-ins/shadow-runner.ts';
import { orProblem } from '../../sql/problem-of.ts';
import { checkQuery } from '../../workload/check-query.ts';
import { type FoundQuery, placeInFile } from '../../workload/found-query.ts';
import { readEmpty, readSource } from '../schema/read-source.ts';
import { shadowsFor } from '../schema/shadows-for.ts';
import { resolveSettings } from '../settings/resolve-settings.ts';
import type { Place } from '../settings/settings.ts';
import { type FileOfQueries, findingsIn, linted, queriesIn } from './files-of-queries.ts';
import { groundOfQueries } from './ground-of-queries.ts';
import { queriesOfServer, toldWithQuery } from './server-queries.ts';
import { invalid, usedByCode } from './workload-findings.ts';

export interface QueriesRequest extends Place {
  /** Files with queries. */
  readonly files: readonly string[];
  /** Files with migrations after which they have to work. */
  readonly after: readonly string[];
  /** After those that are new since a ref of git. */
  readonly since?: string | undefined;
  /** The server whose queries are looked at, too. */
  readonly url?: string | undefined;
  readonly base?: string | undefined;
  readonly migrations?: string | undefined;
  readonly major?: number | undefined;
  readonly signal: AbortSignal;
  readonly progress: ProgressListener;
}

export interface QueryCheck {
  readonly checked: {
    readonly files: readonly string[];
    readonly queries: number;
    /** Queries that are put together when they are run, of parts that can't be known before. */
    readonly unknown: number;
    /** Queries of a query builder, whose SQL isn't in the code. */
    readonly built: number;
    readonly base: string;
  };
  /** Null where no server was asked. */
  readonly postgres: string | null;
  readonly findings: readonly Finding[];
}

/** Finds the queries in files, checks each against the schema, before and after migrations, and lets rules look at it. */
export async function checkQueries(request: QueriesRequest): Promise<QueryCheck> {
  const { cwd, env, configFile, shadowUrl, files, signal, progress } = request;
  await loadModule();
  const flags = { major: request.major, migrations: request.migrations };
  const settings = await resolveSettings({ cwd, env, configFile, shadowUrl, flags });
  const { levels } = settings;
  const { base, migrations } = await groundOfQueries(request, settings);
  await using shadows = await shadowsFor([base], settings, { env, progress, signal, guarded: true });
  const options = { shadows, signal, progress };
  await using source = await openSource(base, options);
  const before = await readSource(source, signal);
  const scratch = await shadowOf(source, before, { shadows, empty: () => readEmpty(options) })();
  const client = await scratch.connect();
  try {
    const found: FileOfQueries[] = [];
    for (const file of files) found.push(await queriesIn(file, cwd));
    const server = request.url === undefined ? null : await queriesOfServer(request.url, request);
    const queries = [...found.flatMap((each) => each.queries), ...(server?.queries ?? [])];
    const told = { progress, signal, total: queries.length };
    const first = await faultsOf(queries, client, told);
    const units = migrations.flatMap(({ up }) => unitsOf(up));
    const after = units.length > 0 && (await applied(units, client)) ? await readCatalog(client) : null;
    const last = after === null ? first : await faultsOf(queries, client, told);
    const versions = migrations.map(({ version }) => version);
    const look = (query: FoundQuery): readonly Finding[] => {
      const { tree = null, fault = null } = last.get(query) ?? {};
      if (fault === null) return tree === null ? [] : linted(query, tree, after ?? before, levels);
      const place = placeInFile(query, fault.from, fault.to);
      const worked = (first.get(query)?.fault ?? null) === null;
      return [after !== null && worked ? usedByCode(fault, place, versions) : invalid(fault, place)];
    };
    return {
      checked: {
        files,
        queries: queries.length,
        unknown: [...last.values()].filter(({ tree, fault }) => tree === null && fault === null).length,
        built: found.reduce((sum, each) => sum + each.built, 0),
        base: source.label,
      },
      postgres: shadows.version.text,
      findings: [
        ...atLevels(
          [
            ...found.flatMap((each) => findingsIn(each, look)),
            ...(server?.queries ?? []).flatMap((query) => look(query).map((each) => toldWithQuery(each, query))),
          ],
          levels,
        ),
        ...(server?.notes ?? []),
        ...source.notes,
      ],
    };
  } finally {
    await client.end();
    await scratch.drop();
  }
}

/** Runs migrations; what fails is told by their own check. */
async function applied(units: readonly Unit[], client: Client): Promise<boolean> {
  const runner = shadowRunner(client);
  try {
    for (const { statements } of units) for (const { text } of statements) await runner.run(text);
    return true;
  } catch {
    return false;
  }
}

type Checked = Awaited<ReturnType<typeof checkQuery>>;

async function faultsOf(
  queries: readonly FoundQuery[],
  client: Client,
  { progress, signal, total }: Pick<QueriesRequest, 'progress' | 'signal'> & { readonly total: number },
): Promise<ReadonlyMap<FoundQuery, Checked>> {
  const checked = new Map<FoundQuery, Checked>();
  for (const query of queries) {
    signal.throwIfAborted();
    if (checked.size % 50 === 0) progress({ message: 'Checking queries', done: checked.size, total });
    checked.set(query, await orProblem(checkQuery(query, client)));
  }
  return checked;
}
