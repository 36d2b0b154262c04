import type { Look } from '../look.ts';
import { renderProse } from '../prose.ts';
import { counted, formatDuration } from '../units.ts';

interface ShownDone {
  readonly database: string;
  readonly done: readonly { readonly milliseconds: number }[];
}

/** What was applied, in one sentence. */
export function renderAppliedAll(
  { database, done, files }: ShownDone & { readonly files: number },
  look: Look,
): string {
  if (done.length > 0) return `${counted(done.length, 'migration')} applied to ${database} in ${total(done)}`;
  if (files === 0) return 'There is no migration yet. `plumb new` writes one.';
  return look.good(`Nothing to apply: ${database} is up to date.`);
}

export function renderTakenBack({ database, done }: ShownDone): string {
  if (done.length === 0) return `Nothing to take back: ${database} has no migration applied.`;
  return `${counted(done.length, 'migration')} taken back from ${database} in ${total(done)}`;
}

function total(done: ShownDone['done']): string {
  return formatDuration(done.reduce((sum, { milliseconds }) => sum + milliseconds, 0));
}

export function renderRedone({ database, done }: ShownDone): string {
  return `${counted(done.length, 'migration')} applied again to ${database} in ${total(done)}`;
}

export function renderBaselined(
  {
    database,
    versions,
    other,
  }: {
    readonly database: string;
    readonly versions: readonly string[];
    readonly other: { readonly tool: string; readonly table: string } | null;
  },
  look: Look,
): string {
  if (versions.length === 0) {
    const which = other === null ? 'all of them' : `all that ${other.tool} applied`;
    return `Nothing to do: ${which} count as applied to ${database} already.`;
  }
  const count = `${counted(versions.length, 'migration')} ${versions.length === 1 ? 'counts' : 'count'}`;
  return [
    ...versions.map((version) => `  ${look.name(version)}`),
    `${count} as applied to ${database}${other === null ? '' : `, as ${other.table}, the journal of ${other.tool}, says`}. Nothing was run.`,
  ].join('\n');
}

export function renderRepaired({ repaired }: { readonly repaired: readonly string[] }, look: Look): string {
  if (repaired.length === 0) return 'Nothing to repair.';
  return repaired.map((sentence) => renderProse('', sentence, (text) => text, look)).join('\n');
}

export function renderSeeded({ database, done }: ShownDone): string {
  return `${counted(done.length, 'seed')} run on ${database} in ${total(done)}`;
}

export function renderReset(
  {
    database,
    applied,
    seeded,
  }: { readonly database: string; readonly applied: ShownDone['done']; readonly seeded: ShownDone['done'] },
  look: Look,
): string {
  const seeds = seeded.length === 0 ? '' : ` and ${counted(seeded.length, 'seed')}`;
  return look.good(`${counted(applied.length, 'migration')}${seeds} on ${database}, from nothing`);
}
