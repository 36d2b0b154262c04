import type { BackfillOptions, Direction, Section } from '../contract/migration.ts';
import { MigrationProblem } from '../contract/problem.ts';
import { sectionsOf } from './sections.ts';

/** A section that is to be written. */
export interface SectionText {
  readonly mode: Section['mode'];
  readonly sql: string;
  /** Only of backfills. */
  readonly backfill: BackfillOptions | null;
}

export interface MigrationText {
  /** What the migration is about, for people; may be empty. */
  readonly comment: string;
  readonly up: readonly SectionText[];
  readonly down: readonly SectionText[];
}

/**
 * The text of a migration's file, which read again has exactly these sections.
 *
 * @example
 * ```ts
 * import { migrationText } from '@pgplumb/migrate';
 *
 * const text = migrationText({
 *   comment: 'Jobs get a priority.',
 *   up: [{ mode: 'transaction', sql: 'ALTER TABLE app.jobs ADD COLUMN priority integer;', backfill: null }],
 *   down: [{ mode: 'transaction', sql: 'ALTER TABLE app.jobs DROP COLUMN priority;', backfill: null }],
 * });
 * ```
 */
export function migrationText({ comment, up, down }: MigrationText): string {
  const text = [
    ...(comment.trim() === '' ? [] : [commentText(comment)]),
    ...(up.length === 0 ? ['-- plumb:up\n'] : up.map((section) => sectionText('up', section))),
    ...(down.length === 0 ? ['-- plumb:down\n'] : down.map((section) => sectionText('down', section))),
  ].join('\n');
  requireSame(text, 'up', up);
  requireSame(text, 'down', down);
  return text;
}

/** A section as it stands in a file, its mark above it. */
export function sectionText(direction: Direction, { mode, sql, backfill }: SectionText): string {
  const options = backfill === null ? '' : ` ${optionsText(backfill)}`;
  return `-- plumb:${direction}${mode === 'transaction' ? '' : ` ${mode}`}${options}\n${sql.trim()}\n`;
}

function optionsText({ table, batch, key }: BackfillOptions): string {
  return `table=${table} batch=${batch}${key === null ? '' : ` key=${key.join(',')}`}`;
}

function commentText(comment: string): string {
  const lines = comment.trim().split(/\r\n|\n|\r/);
  return lines.map((line) => `--${line.trim() === '' ? '' : ` ${unlikeMark(line.trimEnd())}`}\n`).join('');
}

/** What would be read as a mark is quoted. */
function unlikeMark(line: string): string {
  return /^\s*(?:plumb|migrate):/i.test(line) ? `"${line.trim()}"` : line;
}

/** SQL that holds marks itself, or a quote that never ends, would be read as something else. */
function requireSame(text: string, direction: Direction, sections: readonly SectionText[]): void {
  const read = sectionsOf({ name: 'migration', text })[direction].map(({ mode, backfill, start, end }) => {
    return { mode, backfill, sql: text.slice(start, end) };
  });
  const given = sections.map(({ mode, backfill, sql }) => ({ mode, backfill, sql: sql.trim() }));
  if (read.length === given.length && given.every((section, index) => isSame(section, read[index]))) return;
  const odd = given.find((section, index) => !isSame(section, read[index]));
  throw new MigrationProblem(
    'FILE_INVALID',
    `The way ${direction} can’t be written into a migration: it would be read as something else.`,
    { hint: `Every section holds SQL, ends its quotes and comments, and holds no mark. ${beginning(odd?.sql ?? '')}` },
  );
}

function beginning(sql: string): string {
  return sql === '' ? 'One of them is empty.' : `This one doesn’t: ${sql.slice(0, 200)}`;
}

function isSame(one: SectionText, other: SectionText | undefined): boolean {
  return (
    one.mode === other?.mode &&
    one.sql === other.sql &&
    one.backfill?.table === other.backfill?.table &&
    one.backfill?.batch === other.backfill?.batch &&
    one.backfill?.key?.join() === other.backfill?.key?.join()
  );
}
