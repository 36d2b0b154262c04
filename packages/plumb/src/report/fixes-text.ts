import { renderLineDiff } from './line-diff.ts';
import type { Look } from './look.ts';
import { counted } from './units.ts';

export interface ShownFixes {
  readonly checked: { readonly migrations: readonly string[]; readonly because: string; readonly base: string };
  readonly postgres: string;
  readonly files: readonly {
    readonly file: string;
    readonly before: string;
    readonly after: string;
    readonly fixes: readonly { readonly id: string; readonly description: string }[];
  }[];
  readonly left: readonly { readonly id: string; readonly file: string; readonly line: number; readonly why: string }[];
  readonly others: number;
  readonly applied: readonly string[];
}

/** Each file as it would change, with what is mended. */
export function renderFixes({ files }: Pick<ShownFixes, 'files'>, look: Look): string {
  return files
    .map(({ file, before, after, fixes }) =>
      [
        look.name(file),
        ...fixes.map(({ id, description }) => `  ${description} ${look.muted(id)}`),
        '',
        renderLineDiff(before, after, look),
      ].join('\n'),
    )
    .join('\n\n');
}

/** What became of it, and what is left. */
export function renderFixEnding(
  { checked, postgres, files, left, others, applied }: ShownFixes,
  isWritten: boolean,
  look: Look,
): string {
  const { migrations, because, base } = checked;
  const count = files.reduce((sum, { fixes }) => sum + fixes.length, 0);
  const done = isWritten
    ? `${counted(count, 'fix', 'fixes')} written to ${counted(files.length, 'file')}.`
    : `${counted(count, 'fix', 'fixes')}, rehearsed and not written: ${look.code('plumb fix --write')} writes them.`;
  return [
    files.length === 0 ? 'There is nothing to fix.' : done,
    ...left.map(({ id, file, line, why }) => look.caution(`Not fixed: ${id} at ${file}:${line}. ${why}`)),
    ...(others === 0
      ? []
      : [`${counted(others, 'finding')} can’t be fixed like this; ${look.code('plumb check')} tells them.`]),
    ...(applied.length === 0 ? [] : [`Not touched, since they are applied: ${applied.join(', ')}.`]),
    look.muted(
      `${migrations.length === 1 ? migrations[0] : counted(migrations.length, 'migration')} (${because}) on top of ${base} on PostgreSQL ${postgres}`,
    ),
  ].join('\n');
}
