import type { Migration } from '@pgplumb/migrate';
import type { Catalog } from '../../catalog/catalog-object.ts';
import type { Finding } from '../../contract/finding.ts';
import { connect } from '../../postgres/connection/connect.ts';
import { withClient } from '../../postgres/with-client.ts';
import type { Rehearsal } from '../../rehearsal/rehearse/rehearsal.ts';
import { rehearse } from '../../rehearsal/rehearse/rehearse.ts';
import { tablesToFill } from '../../rehearsal/sample/tables-to-fill.ts';
import { shadowOf } from '../../rehearsal/shadow-of.ts';
import { askedRules } from '../../rules/levels.ts';
import { viewOf } from '../../rules/migration-view.ts';
import { migrationRules } from '../../rules/registry.ts';
import type { MigrationView } from '../../rules/rule.ts';
import { findInMigrations } from '../../rules/run-rules.ts';
import { openSource } from '../../sources/open-source.ts';
import { settingsOf } from '../../sources/url/settings-of.ts';
import { orProblem } from '../../sql/problem-of.ts';
import { throwExplained } from '../schema/explained-fault.ts';
import { readSizes } from '../schema/read-sizes.ts';
import { readEmpty, readSource } from '../schema/read-source.ts';
import { shadowsFor } from '../schema/shadows-for.ts';
import type { Settings } from '../settings/settings.ts';
import type { CheckRequest } from './check-migrations.ts';
import { madeFindings } from './made-findings.ts';
import { olderThanApplied } from './older-than-applied.ts';
import type { Pending } from './pending.ts';
import { rehearsalFindings } from './rehearsal-findings.ts';
import { withoutSuppressed } from './without-suppressed.ts';

/** Migrations as they were rehearsed, and what rules and the rehearsal say of them. */
export interface RehearsedPending {
  readonly rehearsal: Rehearsal;
  readonly view: MigrationView;
  /** At the severities of the rules themselves. */
  readonly findings: readonly Finding[];
}

/** A state that migrations are rehearsed in, one attempt after the other. */
export interface Ground {
  readonly label: string;
  readonly postgres: string;
  readonly notes: readonly Finding[];
  readonly catalog: Catalog;
  rehearse(migrations: readonly Migration[]): Promise<RehearsedPending>;
}

type GroundRequest = Pick<CheckRequest, 'cwd' | 'env' | 'sizes' | 'timeout' | 'timeZone' | 'signal' | 'progress'>;

const usualTimeout = 60_000;

/** Makes the state before migrations, and takes it away when the work is done. */
export function onGround<T>(
  pending: Pick<Pending, 'base' | 'applied'>,
  request: GroundRequest & { readonly settings: Settings },
  work: (ground: Ground) => Promise<T>,
): Promise<T> {
  return whileItStands(pending, request, work).catch(throwExplained);
}

async function whileItStands<T>(
  { base, applied }: Pick<Pending, 'base' | 'applied'>,
  { settings, ...request }: GroundRequest & { readonly settings: Settings },
  work: (ground: Ground) => Promise<T>,
): Promise<T> {
  const { env, signal, progress } = request;
  await using shadows = await shadowsFor([base], settings, { env, progress, signal, guarded: true });
  const statementTimeout = request.timeout ?? usualTimeout;
  const options = { shadows, signal, progress, statementTimeout };
  await using source = await openSource(base, options);
  const catalog = await readSource(source, signal);
  const server = request.sizes === undefined ? null : await readServer(request.sizes, request);
  const scratch = shadowOf(source, catalog, { shadows, empty: () => readEmpty(options) });
  return await work({
    label: source.label,
    postgres: shadows.version.text,
    notes: source.notes,
    catalog,
    rehearse: async (migrations) => {
      const rehearsal = await orProblem(
        rehearse(migrations, {
          scratch,
          tables: tablesToFill(catalog),
          // a copy is made of a catalogue, and need not have all of it
          before: source.origin === 'url' ? undefined : catalog,
          statementTimeout,
          timeZone: request.timeZone ?? server?.timeZone,
          signal,
          progress,
        }),
      );
      const view = await viewOf(rehearsal, { major: shadows.version.major, sizes: server?.sizes ?? null });
      const found = findInMigrations(askedRules(migrationRules, settings.levels), view);
      return {
        rehearsal,
        view,
        findings: withoutSuppressed(
          [
            ...found,
            ...olderThanApplied(migrations, applied),
            ...rehearsalFindings(rehearsal, found),
            ...(await madeFindings(view, settings.levels)).filter((made) => !isSaidBetter(made, found)),
          ],
          view,
        ),
      };
    },
  });
}

/** Whether a rule that says more speaks at the same place. */
function isSaidBetter({ id, location }: Finding, found: readonly Finding[]): boolean {
  const here = found.filter((each) => JSON.stringify(each.location) === JSON.stringify(location));
  return here.some((each) => migrationRules.find((rule) => rule.id === each.id)?.over?.includes(id));
}

/** What decides how long statements take there, and what becomes of `timestamp`. */
function readServer(url: string, { cwd, env, signal }: Pick<CheckRequest, 'cwd' | 'env' | 'signal'>) {
  return withClient(
    () => connect(settingsOf(url, { cwd, env }), { signal }),
    signal,
    async (client) => {
      const { rows } = await client.query<{ zone: string }>("SELECT pg_catalog.current_setting('TimeZone') AS zone");
      return { sizes: await readSizes(client), timeZone: rows[0]?.zone };
    },
  );
}
