import type { Migration } from '@pgplumb/migrate';
import type { Unit } from '@pgplumb/migrate/files';
import { locationAt, type PlacedStatement } from '@pgplumb/migrate/sql';
import type { Catalog } from '../../catalog/catalog-object.ts';
import type { ProgressListener } from '../../contract/progress.ts';
import type { PlacedFault } from '../../sql/sql-problem.ts';
import type { TableShape } from '../sample/table-shape.ts';
import type { Rehearsal, RehearsalFailure, RehearsedDown, RehearsedMigration, RehearsedStep } from './rehearsal.ts';
import { openStage, type Stage, StatementFailure } from './stage.ts';
import type { RowsHeld, StageOptions } from './stage-database.ts';
import { openStates, type State, type States } from './states.ts';
import { unitsIn } from './units-in.ts';

export interface RehearseOptions extends StageOptions {
  /** The state before them, where somebody has read it. */
  readonly before?: Catalog | undefined;
  readonly progress?: ProgressListener;
}

/**
 * Runs migrations on a shadow in the state before them, statement by statement, and watches each; then takes each back,
 * looks whether all is as it was, and applies it again.
 */
export async function rehearse(migrations: readonly Migration[], options: RehearseOptions): Promise<Rehearsal> {
  const withRows = await rehearseOn(migrations, options, { later: [] });
  const broken = withRows.migrations.findIndex(({ failure }) => failure !== null && isOfRows(failure.placed));
  const failed = withRows.migrations[broken];
  if (failed?.failure == null) return withRows;
  // a statement that fails releases its locks: what it does to rows that let it pass is seen without those that don't
  const withOwnRows = await rehearseOn(migrations, options, 'own');
  const invented = observedIn(withOwnRows) > observedIn(withRows);
  const withFewer = invented ? withOwnRows : await rehearseOn(migrations, options, 'none');
  if (observedIn(withFewer) <= observedIn(withRows)) return withRows;
  // rows that suit where it led to show what is done to rows
  const suited = await rehearseOn(migrations, options, { later: withFewer.later });
  const best = observedIn(suited) >= observedIn(withFewer) ? suited : withFewer;
  const onRows: RehearsalFailure = { ...failed.failure, onRows: true, invented };
  return {
    ...best,
    migrations: best.migrations.map((each, at) =>
      at === broken && each.failure === null ? { ...each, failure: onRows } : each,
    ),
  };
}

function observedIn({ migrations }: Rehearsal): number {
  return migrations.flatMap(({ steps }) => steps).filter(({ observation }) => observation !== null).length;
}

async function rehearseOn(
  migrations: readonly Migration[],
  options: RehearseOptions,
  rows: RowsHeld,
): Promise<Rehearsal & { readonly later: readonly TableShape[] }> {
  const units = migrations.map(({ up }) => unitsIn(up));
  // only where statements share a transaction, what each takes itself has to be seen apart
  const apart = units.some((each) => 'fault' in each || each.some(({ statements }) => statements.length > 1));
  await using stage = await openStage(options, { rows, apart });
  await using states = await openStates(stage, {
    again: () => openStage(options, { rows, apart: false }),
    ups: units.map((each) => ('fault' in each ? [] : each)),
    before: options.before,
  });
  const done: { readonly migration: Omit<RehearsedMigration, 'after'>; readonly after: State | null }[] = [];
  let before = states.first;
  for (const [at, migration] of migrations.entries()) {
    options.progress?.({ message: `Rehearsing ${migration.version}`, done: at, total: migrations.length });
    const way = { stage, states, before, count: at + 1, isLast: at === migrations.length - 1 };
    const rehearsed = await rehearseOne(way, migration, units[at] ?? []);
    await stage.renew();
    done.push(rehearsed);
    if (!rehearsed.stands) break;
    before = rehearsed.after;
  }
  const later = typeof rows === 'object' ? [] : await stage.shapes();
  await done.findLast(({ after }) => after !== null)?.after?.catalog();
  return {
    before: await states.first.catalog(),
    migrations: done.map(({ migration, after }) => ({ ...migration, after: after?.known ?? null })),
    notes: stage.notes,
    empty: stage.empty,
    later,
  };
}

/** Where a migration is rehearsed, and what comes before and after it. */
interface Way {
  readonly stage: Stage;
  readonly states: States;
  readonly before: State;
  /** How many migrations there are up to this one. */
  readonly count: number;
  readonly isLast: boolean;
}

type RehearsedOne = { readonly migration: Omit<RehearsedMigration, 'after'> } & (
  | { readonly stands: true; readonly after: State }
  /** No other can follow it. */
  | { readonly stands: false; readonly after: State | null }
);

async function rehearseOne(
  way: Way,
  migration: Migration,
  units: readonly Unit[] | PlacedFault,
): Promise<RehearsedOne> {
  const { stage, states, count, isLast } = way;
  const { version, reversible } = migration;
  const failed = (steps: readonly RehearsedStep[], placed: PlacedFault): RehearsedOne => {
    const failure = { placed, onRows: false, invented: false };
    return { migration: { version, steps, reversible, failure, down: null }, after: null, stands: false };
  };
  if ('fault' in units) return failed([], units);
  const all = units.flatMap((unit, transaction) =>
    unit.statements.map((statement) => stepOf(version, statement, transaction)),
  );
  const steps: RehearsedStep[] = [];
  const failure = await failureOf(async () => {
    for (const unit of units) {
      await stage.watchUnit(unit, ({ observation, changes, outside }) => {
        const step = all[steps.length];
        if (step !== undefined)
          steps.push({ ...step, transaction: outside ? null : step.transaction, observation, changes });
      });
    }
  });
  if (failure !== null) return failed([...steps, ...all.slice(steps.length)], failure);
  // what became of parts that were there before is for rules to look at
  const after = await states.reached(count, isLast || steps.some(({ changes }) => changes.length > 0));
  const down = reversible ? await takeBack(way, migration, units, after) : null;
  const stands = down === null || (down.failure === null && down.again === null);
  return { migration: { version, steps, reversible, failure: null, down }, after, stands };
}

async function takeBack(
  { stage, states, before }: Way,
  { down }: Migration,
  up: readonly Unit[],
  after: State,
): Promise<RehearsedDown> {
  const units = unitsIn(down);
  if ('fault' in units) return { failure: units, differences: [], again: null };
  await stage.renew();
  const failure = await failureOf(() => stage.runUnits(units));
  if (failure !== null) return { failure, differences: [], again: null };
  await stage.renew();
  const differences = await states.differencesSince(before);
  const again = await failureOf(() => stage.runUnits(up));
  if (again !== null) return { failure: null, differences, again };
  const twice = (await states.differencesSince(after)).map((each) => `Applied again: ${each}`);
  return { failure: null, differences: [...differences, ...twice], again: null };
}

async function failureOf(work: () => Promise<void>): Promise<StatementFailure['placed'] | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof StatementFailure) return error.placed;
    throw error;
  }
}

/** A statement before it was run. */
function stepOf(version: string, statement: PlacedStatement, transaction: number): RehearsedStep {
  const { source, start, end, text: sql } = statement;
  const { line } = locationAt(source, start, end);
  return { version, file: source.name, line, sql, statement, transaction, observation: null, changes: [] };
}

/** Whether PostgreSQL refused values that rows hold, and not the statement: constraints (23…) and conversions (22…). */
function isOfRows({ fault: { sqlstate } }: RehearsalFailure['placed']): boolean {
  return sqlstate !== null && /^2[23]/.test(sqlstate);
}
