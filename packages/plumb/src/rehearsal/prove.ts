import type { Client } from 'pg';
import type { Catalog } from '../catalog/catalog-object.ts';
import { readCatalog } from '../catalog/read-catalog.ts';
import { type Change, diffCatalogs } from '../diff/diff-catalogs.ts';
import type { Plan, Step } from '../plan/plan.ts';
import { regrouped, withoutInstead } from '../plan/steps.ts';
import { errorCode } from '../postgres/error-code.ts';
import { withClient } from '../postgres/with-client.ts';
import { type ShadowRunner, shadowRunner } from '../sources/stand-ins/shadow-runner.ts';
import { readyParser } from '../sql/split-statements.ts';
import { findOrder, groupStart, runSteps, type StepFailure } from './run-steps.ts';
import type { LostRows } from './sample/keep-rows.ts';
import type { Scratch } from './shadow-of.ts';

/** What a plan is proven with. */
export interface Rehearsed {
  /** Makes another database in the state before. */
  readonly shadow: () => Promise<Scratch>;
  readonly from: Catalog;
  readonly to: Catalog;
  /** Plans from one catalogue to another, for what the first plan left open. */
  readonly plan: (from: Catalog, to: Catalog) => readonly Step[];
  /** Puts rows into the state before, and looks for them after each way. */
  readonly rows?: RowWatch;
  /** Which ways are gone; both, if not given. */
  readonly ways?: readonly ('up' | 'down')[];
  readonly signal?: AbortSignal;
}

export interface RowWatch {
  readonly prepare: (client: Client) => Promise<void>;
  readonly check: (client: Client, way: 'up' | 'down') => Promise<readonly LostRows[]>;
}

/** Why a plan isn't proven. */
export type Doubt =
  | ({ readonly type: 'failed'; readonly way: 'up' | 'down' } & StepFailure)
  | { readonly type: 'differs'; readonly way: 'up' | 'down'; readonly changes: readonly Change[] }
  | { readonly type: 'rows'; readonly way: 'up' | 'down'; readonly lost: readonly LostRows[] };

export interface Proof {
  /** The plan as it was proven: what its first draft left open is mended. */
  readonly plan: Plan;
  readonly mended: boolean;
  /** Null when up led to exactly what is wanted, and down back to exactly what was. */
  readonly doubt: Doubt | null;
  /** The step that rows of ours broke. It is no fault of the plan's, which was proven without them; other rows may do the same. */
  readonly brokenByRows: StepFailure | null;
}

/**
 * Runs a plan up and down on a shadow and compares the catalogues. Where the server refuses an order or something is
 * left to do, the plan is mended and proven again from the beginning.
 */
export async function prove(draft: Plan, rehearsed: Rehearsed): Promise<Proof> {
  let plan = draft;
  let rows = rehearsed.rows ?? null;
  let brokenByRows: StepFailure | null = null;
  for (let tries = 0; ; tries++) {
    const { doubt, mended } = await tryOnce(plan, rehearsed, rows);
    if (rows !== null && doubt?.type === 'failed' && mended === null) {
      rows = null;
      if (isAboutRows(doubt.error)) brokenByRows = { step: doubt.step, error: doubt.error };
      continue;
    }
    if (doubt === null || mended === null || tries === 8) {
      const proven = { up: withoutInstead(plan.up), down: withoutInstead(plan.down) };
      return { plan: proven, mended: plan !== draft, doubt, brokenByRows };
    }
    plan = mended;
    rows = brokenByRows === null ? (rehearsed.rows ?? null) : null;
  }
}

/** A constraint that rows violate, or a value that doesn't fit. */
function isAboutRows(error: unknown): boolean {
  return /^2[23]/.test(errorCode(error) ?? '');
}

interface Trial {
  readonly doubt: Doubt | null;
  readonly mended: Plan | null;
}

async function tryOnce(plan: Plan, rehearsed: Rehearsed, rows: RowWatch | null): Promise<Trial> {
  const shadow = await rehearsed.shadow();
  try {
    return await withClient(
      () => shadow.connect(),
      rehearsed.signal,
      (client) => tryOn(client, plan, rehearsed, rows),
    );
  } finally {
    await shadow.drop();
  }
}

async function tryOn(client: Client, plan: Plan, rehearsed: Rehearsed, rows: RowWatch | null): Promise<Trial> {
  const runner = shadowRunner(client);
  await Promise.all([rows?.prepare(client), readyParser()]);
  for (const way of rehearsed.ways ?? (['up', 'down'] as const)) {
    const { doubt, steps } = await tryWay(way, plan[way], { client, runner }, { ...rehearsed, hasRows: rows !== null });
    if (doubt !== null) return { doubt, mended: steps && { ...plan, [way]: steps } };
    const lost = (await rows?.check(client, way)) ?? [];
    if (lost.length > 0) return { doubt: { type: 'rows', way, lost }, mended: null };
  }
  return { doubt: null, mended: null };
}

/** One way of a plan, and its steps mended where they don't lead there. */
async function tryWay(
  way: 'up' | 'down',
  steps: readonly Step[],
  { client, runner }: { readonly client: Client; readonly runner: ShadowRunner },
  { from, to, plan, hasRows }: Rehearsed & { readonly hasRows: boolean },
): Promise<{ readonly doubt: Doubt | null; readonly steps: readonly Step[] | null }> {
  const failure = await runSteps(runner, steps);
  if (failure !== null) {
    if (hasRows && isAboutRows(failure.error)) return { doubt: { type: 'failed', way, ...failure }, steps: null };
    const first = groupStart(steps, failure.step);
    const rest = await findOrder(runner, steps.slice(first));
    const mended =
      rest && regrouped([...steps.slice(0, first), ...rest], rest.includes(failure.step) ? failure.step : null);
    return { doubt: { type: 'failed', way, ...failure }, steps: mended };
  }
  const wanted = way === 'up' ? to : from;
  const reached = await readCatalog(client);
  const changes = diffCatalogs(reached, wanted);
  if (changes.length === 0) return { doubt: null, steps: null };
  const more = plan(reached, wanted);
  const known = new Set(steps.map(({ sql }) => sql));
  const helps = more.some(({ sql }) => !known.has(sql));
  return {
    doubt: { type: 'differs', way, changes },
    steps: helps ? regrouped([...steps, ...more], null) : null,
  };
}
