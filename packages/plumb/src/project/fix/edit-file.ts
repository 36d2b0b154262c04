import { sectionsOf } from '@pgplumb/migrate/files';
import { type PlacedStatement, type SqlSource, statementsOf } from '@pgplumb/migrate/sql';
import { transactionWord } from '../../rehearsal/rehearse/mixed-section.ts';

/** A text with a statement written in another way; null where the file's format has no room for it. */
export function withFix(source: SqlSource, at: Pick<PlacedStatement, 'start' | 'end'>, sql: string): string | null {
  const end = behindSemicolon(source.text, at.end);
  if (!hasMark.test(sql)) return replaced(source.text, at.start, end, inLinesOf(source.text, sql.trim()));
  const { format, up } = sectionsOf(source);
  const section = up.find((each) => each.start <= at.start && at.start < each.end);
  if (section === undefined || (format !== null && format !== 'plumb')) return null;
  const statements = statementsOf(section);
  if (statements.some(({ text }) => transactionWord(text) !== null)) {
    const without = withoutTransactionWords(source.text, statements, at.start);
    return section.mode === 'no-transaction' || without === null
      ? null
      : withFix(
          { ...source, text: without.text },
          { start: without.start, end: without.start + at.end - at.start },
          sql,
        );
  }
  return inSections(source.text, { at: { start: at.start, end }, section, statements, isMarked: format !== null }, sql);
}

const hasMark = /^-- plumb:/m;

interface Around {
  readonly at: { readonly start: number; readonly end: number };
  readonly section: { readonly mode: string; readonly start: number };
  readonly statements: readonly PlacedStatement[];
  readonly isMarked: boolean;
}

/** What stands around it gets sections of its own; comments stay with what they stand above. */
function inSections(text: string, { at, section, statements, isMarked }: Around, sql: string): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const mark = section.mode === 'transaction' ? '-- plumb:up' : `-- plumb:up ${section.mode}`;
  const before = statements.filter(({ end }) => end <= at.start).at(-1);
  const next = statements.find(({ start }) => start >= at.end);
  const [fixMark = '', ...lines] = inLinesOf(text, sql.trim()).split(eol);
  const from = before === undefined ? section.start : behindLine(text, behindSemicolon(text, before.end));
  const above = from > at.start ? at.start : commentsAbove(text, at.start, from);
  const fixed = [fixMark, ...comment(text.slice(above, at.start), eol), ...lines].join(eol);
  // the last word of the replaced statement's line is a comment about it
  const behind = Math.min(behindLine(text, at.end), next?.start ?? text.length);
  const tail = text.slice(at.end, behind).trimEnd();
  const rest = text.slice(behind).replace(/^(?:[^\S\r\n]*\r?\n)+/, '');
  const going =
    next === undefined ? (rest.trim() === '' ? eol : `${eol}${eol}${rest}`) : `${eol}${eol}${mark}${eol}${rest}`;
  const head = text.slice(0, above);
  if (before !== undefined) {
    const marked = isMarked ? head : `${mark}${eol}${head}`;
    return `${marked.trimEnd()}${eol}${eol}${fixed}${tail}${going}`;
  }
  const unmarked = isMarked ? withoutLastMark(head) : head;
  const gap = /\n[^\S\n]*\n$/.test(unmarked) ? `${eol}${eol}` : eol;
  return `${unmarked.trim() === '' ? '' : `${unmarked.trimEnd()}${gap}`}${fixed}${tail}${going}`;
}

/** The section's own mark has no statement left below it. */
function withoutLastMark(head: string): string {
  const at = head.search(/^[^\S\r\n]*--[^\S\r\n]*plumb:up\b[^\r\n]*(?![\s\S]*^[^\S\r\n]*--[^\S\r\n]*plumb:)/im);
  if (at === -1) return head;
  return `${head.slice(0, at)}${head.slice(at).replace(/^[^\r\n]*(?:\r?\n)?/, '')}`;
}

function comment(text: string, eol: string): readonly string[] {
  return text.trim() === '' ? [] : text.trimEnd().split(eol);
}

/** Where the lines of comments begin that stand right above a place, not before `from`. */
function commentsAbove(text: string, at: number, from: number): number {
  const lines = text.slice(from, at).split(/(?<=\n)/);
  let start = at;
  for (const line of lines.toReversed()) {
    if (
      !/^[^\S\r\n]*(?:--(?![^\S\r\n]*plumb:(?:up|down)).*|\/\*.*\*\/[^\S\r\n]*)?(?:\r?\n)?$/.test(line) ||
      /^\s*\n$/.test(line)
    )
      break;
    start -= line.length;
  }
  return start;
}

/** BEGIN and COMMIT would stand in sections that are transactions themselves; null where they are not one pair around all. */
function withoutTransactionWords(
  text: string,
  statements: readonly PlacedStatement[],
  at: number,
): { readonly text: string; readonly start: number } | null {
  const words = statements.filter((each) => transactionWord(each.text) !== null);
  const [begin, end] = words;
  if (words.length !== 2 || begin === undefined || end === undefined) return null;
  if (begin !== statements[0] || end !== statements.at(-1) || !/^(?:commit|end)\b/i.test(end.text)) return null;
  const [from, to] = [lineOf(text, begin), lineOf(text, end)];
  const without = text.slice(0, from.start) + text.slice(from.end, to.start) + text.slice(to.end);
  return { text: without, start: at - (from.end - from.start) };
}

/** A statement with its line, where nothing else stands in it. */
function lineOf(text: string, { start, end }: PlacedStatement): { readonly start: number; readonly end: number } {
  const behind = behindSemicolon(text, end);
  const spaces = /^[^\S\r\n]*(?:\r?\n)?/.exec(text.slice(behind))?.[0].length ?? 0;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  return { start: text.slice(lineStart, start).trim() === '' ? lineStart : start, end: behind + spaces };
}

function behindSemicolon(text: string, end: number): number {
  const [spaces = ''] = /^\s*;/.exec(text.slice(end)) ?? [];
  return end + spaces.length;
}

function behindLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

function replaced(text: string, start: number, end: number, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

function inLinesOf(text: string, sql: string): string {
  return text.includes('\r\n') ? sql.replaceAll(/\r?\n/g, '\r\n') : sql;
}
