import { relative, resolve } from 'node:path';
import type { Migration } from '@pgplumb/migrate';
import { sectionsOf } from '@pgplumb/migrate/files';
import { Problem } from '../../contract/problem.ts';
import { differencesBetween } from '../../rehearsal/rehearse/differences.ts';
import { atLevels } from '../../rules/levels.ts';
import type { CheckRequest } from '../check/check-migrations.ts';
import { pendingOf } from '../check/pending-of.ts';
import { type Ground, onGround, type RehearsedPending } from '../check/rehearse-pending.ts';
import { writeFiles } from '../init/write-files.ts';
import { readMigrationStatus } from '../migrations/status.ts';
import { editsOf, type FixableFinding, fixableFindings } from './fixable-findings.ts';

export interface FixRequest extends CheckRequest {
  readonly url?: string | undefined;
  readonly warn: (warning: string) => void;
}

/** One file as it would be, and what was mended in it. */
export interface FixedFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly fixes: readonly { readonly id: string; readonly description: string }[];
}

/** A finding whose fix was not taken. */
export interface LeftFix {
  readonly id: string;
  readonly file: string;
  readonly line: number;
  readonly why: string;
}

export interface MigrationFixes {
  readonly checked: { readonly migrations: readonly string[]; readonly because: string; readonly base: string };
  readonly postgres: string;
  readonly files: readonly FixedFile[];
  readonly left: readonly LeftFix[];
  /** Findings that have no fix, or whose fix was not taken. */
  readonly others: number;
  /** Migrations that the database has already, which are never changed. */
  readonly applied: readonly string[];
}

/** Takes up the fixes of findings in migrations that are not applied yet, each only if it comes out clean when it is rehearsed. */
export async function fixMigrations(request: FixRequest): Promise<MigrationFixes> {
  const { settings, pending } = await pendingOf(request);
  const applied = request.base === undefined ? await appliedOf(request) : new Set<string>();
  const mayChange = (version: string): boolean => !applied.has(version);
  return onGround(pending, { ...request, settings }, async (ground) => {
    const state = await untilNoneIsLeft(pending.migrations, ground, (rehearsed) => {
      const findings = atLevels(rehearsed.findings, settings.levels);
      return fixableFindings(findings, rehearsed.view, { mayChange, format: pending.format });
    });
    const findings = atLevels(state.rehearsed.findings, settings.levels);
    return {
      checked: {
        migrations: pending.migrations.map(({ version }) => version),
        because: pending.because,
        base: ground.label,
      },
      postgres: ground.postgres,
      files: filesOf(pending.migrations, state),
      left: state.left,
      others: findings.filter(({ severity }) => severity !== 'info').length,
      applied: pending.migrations.map(({ version }) => version).filter((version) => applied.has(version)),
    };
  });
}

/** What the project's database has; what the folder of another database has, nobody knows here. */
async function appliedOf(request: FixRequest): Promise<ReadonlySet<string>> {
  const status = await readMigrationStatus(request).catch((error: unknown) => {
    if (!(error instanceof Problem) || error.code === 'INTERRUPTED') throw error;
    if (error.code === 'FILE_NOT_FOUND') return null;
    throw new Problem(error.code, `Nobody can say what is applied already: ${error.message}`, {
      hint: 'Only what is not may be changed. Name a database that can be asked with --url, or the schema before the files with --base.',
      cause: error,
    });
  });
  return new Set(status?.applied.map(({ version }) => version));
}

interface State {
  readonly migrations: readonly Migration[];
  readonly rehearsed: RehearsedPending;
  readonly taken: readonly FixableFinding[];
  readonly left: readonly LeftFix[];
}

const mostRounds = 40;

/** All at once where that comes out clean, else one after the other. */
async function untilNoneIsLeft(
  given: readonly Migration[],
  ground: Ground,
  fixable: (rehearsed: RehearsedPending) => readonly FixableFinding[],
): Promise<State> {
  let state: State = { migrations: given, rehearsed: await ground.rehearse(given), taken: [], left: [] };
  const refused = new Map<string, LeftFix>();
  let together = true;
  for (let round = 0; round < mostRounds; round++) {
    const open = fixable(state.rehearsed).filter(({ key }) => !refused.has(key));
    const chosen = together ? open : open.slice(0, 1);
    const [first] = chosen;
    if (first === undefined) break;
    const attempt = await tried(state, chosen, ground);
    if (typeof attempt !== 'string') state = { ...attempt, taken: [...state.taken, ...chosen] };
    else if (chosen.length > 1) together = false;
    else refused.set(first.key, { id: first.id, file: first.file, line: first.line, why: attempt });
  }
  return { ...state, left: [...refused.values()] };
}

/** The migrations with some fixes, if that is better in all respects; else why it is not. */
async function tried(
  { migrations, rehearsed, left }: State,
  chosen: readonly FixableFinding[],
  ground: Ground,
): Promise<Omit<State, 'taken'> | string> {
  const edits = editsOf(chosen);
  if (edits === null)
    return 'The file’s format has no sections, which the fix needs. Put its parts into files of their own.';
  const changed = migrations.map((each) => rewritten(each, edits));
  const attempt = await ground.rehearse(changed);
  const worse = worseThan(rehearsed, attempt, chosen);
  return worse ?? { migrations: changed, rehearsed: attempt, left };
}

function worseThan(was: RehearsedPending, is: RehearsedPending, chosen: readonly FixableFinding[]): string | null {
  const failure = is.rehearsal.migrations.find((each) => each.failure !== null)?.failure ?? null;
  const failed = was.rehearsal.migrations.some((each) => each.failure !== null);
  if (failure !== null && !failed) return `With it, the migration fails: ${failure.placed.fault.message}.`;
  const told = (findings: RehearsedPending['findings'], id: string): number =>
    findings.filter((each) => each.id === id && each.severity !== 'info').length;
  const stays = chosen.find(({ id, message }) =>
    is.findings.some((each) => each.id === id && each.message === message),
  );
  if (stays !== undefined) return 'With it, the finding stays.';
  const fresh = failed ? undefined : is.findings.find(({ id }) => told(is.findings, id) > told(was.findings, id));
  if (fresh !== undefined) return `With it, there is another finding: ${fresh.id}.`;
  const [before, after] = [was, is].map(({ rehearsal }) => rehearsal.migrations.at(-1)?.after ?? null);
  const [difference] = before == null || after == null ? [] : differencesBetween(before, after);
  return difference === undefined ? null : `With it, the schema is another one: ${difference}`;
}

/** A migration whose files have another text. */
function rewritten(migration: Migration, texts: ReadonlyMap<string, string>): Migration {
  const { up, down } = migration;
  const names = [...new Set([...up, ...down].map(({ source }) => source.name))];
  if (!names.some((name) => texts.has(name))) return migration;
  const upOf = (name: string) => {
    const text = texts.get(name);
    return text === undefined ? up.filter(({ source }) => source.name === name) : sectionsOf({ name, text }).up;
  };
  const downOf = (name: string) => {
    const text = texts.get(name);
    const own = down.filter(({ source }) => source.name === name);
    return text === undefined || own.length === 0 ? own : sectionsOf({ name, text }).down;
  };
  return { ...migration, up: names.flatMap(upOf), down: names.flatMap(downOf) };
}

function filesOf(given: readonly Migration[], { migrations, taken }: State): readonly FixedFile[] {
  const after = new Map(migrations.flatMap(({ up }) => up.map(({ source }) => [source.name, source.text])));
  const before = new Map(given.flatMap(({ up }) => up.map(({ source }) => [source.name, source.text])));
  return [...before].flatMap(([file, text]) => {
    const now = after.get(file) ?? text;
    const fixes = taken.filter((each) => each.file === file).map(({ id, description }) => ({ id, description }));
    return now === text ? [] : [{ file, before: text, after: now, fixes }];
  });
}

/** Writes them all, or none. */
export function writeFixes(files: readonly FixedFile[], cwd: string): void {
  writeFiles(
    cwd,
    files.map(({ file, after }) => ({ path: relative(cwd, resolve(cwd, file)), content: after })),
  );
}
