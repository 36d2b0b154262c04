import type { Direction, Section } from '../contract/migration.ts';
import type { SqlSource } from '../contract/sql-source.ts';
import { fileInvalid } from '../sql/file-invalid.ts';
import { lineComments, type Span, startOfSql } from '../sql/psql-script.ts';
import { statementsOf } from '../sql/statements.ts';
import { cutMarks } from './marks/cut-marks.ts';
import { gooseMarks, sqlMigrateMarks } from './marks/goose-marks.ts';
import type { Dialect, Mark, MarkedFormat } from './marks/mark.ts';
import { nodePgMigrateMarks } from './marks/node-pg-migrate-marks.ts';
import { plumbMarks } from './marks/plumb-marks.ts';
import { wholeFileMode } from './marks/whole-file-mode.ts';

/** What a file of SQL with sections holds. */
export interface Sections {
  /** Whose marks they are; null where there are none, and all of it goes up. */
  readonly format: MarkedFormat | null;
  readonly up: readonly Section[];
  readonly down: readonly Section[];
  /** Whether a section goes down, be it an empty one. */
  readonly reversible: boolean;
}

/** The first that has a mark in a file says what its comments mean. */
const dialects: readonly Dialect[] = [plumbMarks, gooseMarks, sqlMigrateMarks, nodePgMigrateMarks, cutMarks];

const known = new WeakMap<SqlSource, Sections>();

/** Takes a file apart at its marks. Sections without SQL are left out. */
export function sectionsOf(source: SqlSource): Sections {
  const sections = known.get(source) ?? takenApart(source);
  known.set(source, sections);
  return sections;
}

function takenApart(source: SqlSource): Sections {
  const { text } = source;
  for (const dialect of dialects) {
    if (!dialect.hint.test(text)) continue;
    const comments = lineComments(text).map((span) => ({ source, ...span, text: text.slice(span.start, span.end) }));
    const marks = dialect.read(comments);
    const [first] = marks;
    if (first !== undefined) return between(source, first, marks, dialect);
  }
  refuseUnmarkedDown(source);
  return { format: null, up: wholeFile(source, 'up', wholeFileMode(source)), down: [], reversible: false };
}

/** Headings that no tool here understands; below the second stands what undoes the first. */
function refuseUnmarkedDown(source: SqlSource): void {
  if (!/^[^\S\r\n]*--[^\S\r\n]*down\b/im.test(source.text)) return;
  const comments = lineComments(source.text).map((span) => ({
    ...span,
    text: source.text.slice(span.start, span.end),
  }));
  const heading = (word: RegExp): Span | undefined => comments.find(({ text }) => word.test(text));
  const [up, down] = [heading(/^--[\s-]*up[\s:-]*$/i), heading(/^--[\s-]*down[\s:-]*$/i)];
  if (up === undefined || down === undefined) return;
  throw fileInvalid(
    { source, ...down },
    'Below this stands a way down, as it seems, but nothing says so in a way that is understood.',
    'Write `-- plumb:up` and `-- plumb:down`, or take the comments away if all of it goes up.',
  );
}

/** A file that goes one way as a whole. */
export function wholeFile(
  source: SqlSource,
  direction: Direction,
  mode: 'transaction' | 'no-transaction' = 'transaction',
): readonly Section[] {
  return sectionAt(source, 0, source.text.length, { direction, mode, backfill: null });
}

function between(source: SqlSource, first: Mark, marks: readonly Mark[], { beginsUp }: Dialect): Sections {
  const above = sectionAt(source, 0, first.start, { direction: 'up', mode: 'transaction', backfill: null });
  const astray = startOfSql(source.text, 0, first.start);
  if (astray !== null && !(beginsUp && first.direction === 'down')) {
    throw fileInvalid(
      { source, start: astray, end: astray },
      'SQL stands above the first section.',
      `Move it below \`${source.text.slice(first.start, first.end).trim()}\`, or into a section of its own.`,
    );
  }
  const sections = marks.flatMap((mark, index) =>
    sectionAt(source, mark.end, marks[index + 1]?.start ?? source.text.length, mark),
  );
  const all = [...above, ...sections];
  return {
    format: marks.some(({ format }) => format === 'plumb') ? 'plumb' : first.format,
    up: all.filter(({ direction }) => direction === 'up'),
    down: all.filter(({ direction }) => direction === 'down'),
    reversible: marks.some(({ direction }) => direction === 'down'),
  };
}

function sectionAt(
  source: SqlSource,
  from: number,
  to: number,
  { direction, mode, backfill }: Pick<Section, 'direction' | 'mode' | 'backfill'>,
): readonly Section[] {
  const piece = source.text.slice(from, to);
  const start = from + piece.length - piece.trimStart().length;
  const end = from + piece.trimEnd().length;
  if (startOfSql(source.text, from, to) === null && mode !== 'backfill') return [];
  const section = { direction, mode, source, start: Math.min(start, end), end, backfill };
  if (mode === 'backfill') requireOneStatement(section, from);
  return [section];
}

function requireOneStatement(section: Section, from: number): void {
  const [first, second] = statementsOf(section);
  const hint = 'A backfill is one UPDATE, INSERT or DELETE; give each its own section.';
  if (first === undefined) {
    throw fileInvalid({ source: section.source, start: from, end: from }, 'A backfill has no statement.', hint);
  }
  if (second !== undefined) throw fileInvalid(second, 'A backfill has more than one statement.', hint);
}
