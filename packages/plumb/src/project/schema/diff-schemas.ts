import type { Catalog } from '../../catalog/catalog-object.ts';
import { qualified } from '../../catalog/identifier.ts';
import type { Hazard } from '../../catalog/statement.ts';
import type { Finding } from '../../contract/finding.ts';
import type { ProgressListener } from '../../contract/progress.ts';
import { type Change, diffCatalogs } from '../../diff/diff-catalogs.ts';
import type { Plan, Step } from '../../plan/plan.ts';
import { type PlanOptions, planMigration } from '../../plan/plan-migration.ts';
import type { RenameChoice } from '../../plan/renames.ts';
import { stepsOf } from '../../plan/steps.ts';
import type { PostgresServer } from '../../postgres/server.ts';
import { keepAside } from '../../rehearsal/keep-aside.ts';
import { type Doubt, prove } from '../../rehearsal/prove.ts';
import {
  type NamedRename,
  type RefusedRename,
  type Renamed,
  renameOnShadow,
} from '../../rehearsal/rename-on-shadow.ts';
import { sampleRows } from '../../rehearsal/sample/sample-rows.ts';
import { shadowAhead } from '../../rehearsal/shadow-ahead.ts';
import { shadowOf } from '../../rehearsal/shadow-of.ts';
import type { OpenedSource } from '../../sources/open-source.ts';
import type { SchemaSource } from '../../sources/schema-source.ts';
import type { OpenedUrls } from '../../sources/url/opened-urls.ts';
import { joinedNotes } from './joined-notes.ts';
import { keepUnstated } from './keep-unstated.ts';
import { openSources } from './open-sources.ts';
import { readEmpty, readSource } from './read-source.ts';
import { misplacedFinding } from './refusal-findings.ts';
import { renamesOfComments } from './renames/renames-of-comments.ts';
import { findWasComments } from './renames/was-comments.ts';
import { rowFindings } from './row-findings.ts';
import type { DiffTimings } from './timings.ts';
import { withoutJournals } from './without-journals.ts';
import { withoutRunTimePartitions } from './without-run-time-partitions.ts';

export interface DiffRequest extends PlanOptions {
  readonly from: SchemaSource;
  readonly to: SchemaSource;
  readonly shadows: PostgresServer;
  /** Those of the two that are open already. */
  readonly urls?: OpenedUrls;
  readonly renames?: readonly NamedRename[];
  /** Chooses out of what could have been renamed; null where nobody answers. */
  readonly chooseRenames?: (choices: readonly RenameChoice[]) => Promise<readonly RenameChoice[] | null>;
  /** Whether what a plan loses may be lost; asked with what it is. */
  readonly allowLoss?: (losses: readonly Hazard[]) => Promise<boolean>;
  /** The day, as `20260131`, for the names under which dropped tables and columns are kept aside. */
  readonly keepDropped?: string;
  /** Whether partitions that only `to` has, of tables that both have, count as rows. */
  readonly leavesOutPartitions?: boolean;
  readonly signal?: AbortSignal;
  readonly progress?: ProgressListener;
}

/** Why there is no plan. */
export type Refusal =
  | { readonly reason: 'renames'; readonly choices: readonly RenameChoice[] }
  | { readonly reason: 'unknown-renames'; readonly renames: readonly RefusedRename[] }
  | { readonly reason: 'data-loss'; readonly losses: readonly Hazard[] }
  | { readonly reason: 'unproven'; readonly doubt: Doubt };

export interface SchemaDiff {
  /** Run up and down on a shadow, where it led exactly there and back. */
  readonly plan: Plan;
  readonly refusal: Refusal | null;
  readonly changed: SchemaChanges;
  readonly findings: readonly Finding[];
  readonly timings: DiffTimings;
}

/** What a plan does, object by object. */
export interface SchemaChanges {
  /** Which names of what holds values became which; the changes are between the schema with its new names and the other. */
  readonly renames: Renamed['renames'];
  readonly changes: readonly Change[];
}

const unchanged: SchemaChanges = { renames: [], changes: [] };
const nothing: Plan = { up: [], down: [] };

/** Plans the migration from one schema to another, and proves it. */
export async function diffSchemas(request: DiffRequest): Promise<SchemaDiff> {
  const { shadows, signal, progress } = request;
  const timings = { open: 0, read: 0, plan: 0, prove: 0 };
  let since = performance.now();
  const lap = (phase: keyof DiffTimings): void => {
    timings[phase] += performance.now() - since;
    since = performance.now();
  };
  await using sources = await openSources(request.from, request.to, request);
  const { from, to } = sources;
  lap('open');
  const read = await Promise.all([readSource(from, signal), readSource(to, signal)]);
  const [before, own] = ownOf({ origin: from.origin, catalog: read[0] }, { origin: to.origin, catalog: read[1] });
  const after = request.leavesOutPartitions ? withoutRunTimePartitions(own, before) : own;
  lap('read');
  const findings = [...joinedNotes([...from.notes, ...to.notes, ...before.coverage, ...after.coverage])];
  const refused = (refusal: Refusal): SchemaDiff => ({ plan: nothing, refusal, changed: unchanged, findings, timings });

  const shadow = shadowOf(from, before, { shadows, empty: () => readEmpty(request) });
  const said = await findWasComments(to.files);
  findings.push(...said.misplaced.map(misplacedFinding));
  const renamed = await renameOnShadow({
    from: before,
    to: after,
    named: [...(request.renames ?? []), ...renamesOfComments(said.comments, before, after)],
    choose: request.chooseRenames ?? (async () => null),
    shadow,
  });
  if (renamed.refused.length > 0) return refused({ reason: 'unknown-renames', renames: renamed.refused });
  if (renamed.open.length > 0) return refused({ reason: 'renames', choices: renamed.open });

  const plan = (one: Catalog, other: Catalog): readonly Step[] => planMigration(one, other, request);
  const { keepDropped } = request;
  const moved = keepDropped
    ? await keepAside({ renamed, to: after, day: keepDropped, shadow })
    : { ...renamed, to: after };
  const schema = schemaBeside({ origin: from.origin, catalog: before }, { origin: to.origin, catalog: after });
  const kept =
    schema === null ? moved.to : keepUnstated(moved.catalog, moved.to, { schema, empty: await readEmpty(request) });
  const start = { ...moved, to: kept };
  const changed = { renames: start.renames, changes: diffCatalogs(start.catalog, start.to) };
  lap('plan');
  await using ahead = changed.changes.length === 0 ? null : await shadowAhead(shadow);
  lap('prove');
  const renamedAfter = new Set(start.renames.map(({ is }) => qualified(...is)));
  const draft = {
    up: joined(stepsOf(start.up), plan(start.catalog, start.to)),
    down: joined(planMigration(start.to, start.catalog, { ...request, renamedAfter }), stepsOf(start.down)),
  };
  lap('plan');
  if (draft.up.length === 0 && draft.down.length === 0) {
    return { plan: nothing, refusal: null, changed: unchanged, findings, timings };
  }
  const losses = lossesOf(draft.up);
  if (losses.length > 0 && !(await request.allowLoss?.(losses))) return refused({ reason: 'data-loss', losses });

  since = performance.now();
  progress?.({ message: 'Proving the migration on a shadow' });
  const rows = sampleRows({ before, renamed: start.catalog, after: start.to, ...changed });
  const proof = await prove(draft, {
    shadow: ahead?.shadow ?? shadow,
    from: before,
    to: start.to,
    plan,
    rows,
    ...(signal && { signal }),
  });
  lap('prove');
  findings.push(...rowFindings(rows.filled(), proof.brokenByRows));
  if (proof.doubt !== null) return { ...refused({ reason: 'unproven', doubt: proof.doubt }), plan: proof.plan };
  const known = new Set(losses.map(({ message }) => message));
  const more = lossesOf(proof.plan.up).filter(({ message }) => !known.has(message));
  if (more.length > 0 && !(await request.allowLoss?.(more))) return refused({ reason: 'data-loss', losses: more });
  return { plan: proof.plan, refusal: null, changed, findings, timings };
}

interface Side {
  readonly origin: OpenedSource['origin'];
  readonly catalog: Catalog;
}

/** Databases without what their tools keep there for themselves. */
function ownOf(from: Side, to: Side): readonly [from: Catalog, to: Catalog] {
  const own = (side: Side, other: Side): Catalog =>
    side.origin === 'url' ? withoutJournals(side.catalog, other.origin === 'url' ? null : other.catalog) : side.catalog;
  return [own(from, to), own(to, from)];
}

/** The schema, where the other side is a database that holds more than schemas speak of. */
function schemaBeside(from: Side, to: Side): Catalog | null {
  if (from.origin === to.origin) return null;
  if (from.origin === 'url') return to.catalog;
  return to.origin === 'url' ? from.catalog : null;
}

function lossesOf(steps: readonly Step[]): readonly Hazard[] {
  return steps.flatMap(({ hazards }) => hazards).filter(({ kind }) => kind === 'data-loss');
}

/** One after the other, in transactions of their own. */
function joined(first: readonly Step[], second: readonly Step[]): readonly Step[] {
  const last = Math.max(0, ...first.map(({ transaction }) => transaction ?? 0));
  return [
    ...first,
    ...second.map((step) => (step.transaction === null ? step : { ...step, transaction: step.transaction + last })),
  ];
}
