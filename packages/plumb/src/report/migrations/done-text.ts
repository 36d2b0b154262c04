import type { Look } from '../look.ts';
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
