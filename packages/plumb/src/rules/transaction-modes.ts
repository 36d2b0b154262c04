import { sectionsOf } from '@pgplumb/migrate/files';
import { refusesTransaction, statementsOf } from '@pgplumb/migrate/sql';
import { migrationSteps } from './later-in-migration.ts';
import type { MigrationView, Report, StepView } from './rule.ts';
import { inSections, type SectionText } from './sql/sections.ts';

/** What opens a transaction or ends one, in a text of one statement. */
export function transactionWord(text: string): 'begin' | 'end' | null {
  const [, word] =
    /^(begin|start\s+transaction|commit|end|rollback|abort)\b(?!\s+to\b|\s+\w+\s+to\b)/i.exec(text) ?? [];
  if (word === undefined) return null;
  return /^(begin|start)/i.test(word) ? 'begin' : 'end';
}

/** Whether a file that says nothing of transactions holds both, what needs one and what can't be in one. */
export function isMixed(step: StepView, view: MigrationView): boolean {
  const { format, up } = sectionsOf(step.statement.source);
  const saysSo = up.flatMap(statementsOf).some(({ text }) => transactionWord(text) !== null);
  return (
    format === null &&
    !saysSo &&
    refusesTransaction(step.sql) &&
    migrationSteps(view, step).some(({ sql }) => !isSetting(sql) && !refusesTransaction(sql))
  );
}

/** Whether the file opens a transaction before a step and ends none in between. */
export function isInWrittenTransaction({ statement: { source, start } }: StepView): boolean {
  const before = sectionsOf(source)
    .up.flatMap(statementsOf)
    .filter((each) => each.start < start);
  return before.findLast(({ text }) => transactionWord(text) !== null)?.text.match(/^(begin|start)/i) != null;
}

/** The file of a step, taken apart by what can be in a transaction. */
export function inOwnSections({ statement: { source } }: StepView): NonNullable<Report['fix']> {
  const sections: { mode: string | undefined; statements: string[] }[] = [];
  let end = 0;
  for (const statement of sectionsOf(source).up.flatMap(statementsOf)) {
    const comment = source.text.slice(end, statement.start).replace(/^\s*;/, '').trim();
    end = statement.end;
    if (transactionWord(statement.text) !== null) continue;
    const text = comment === '' ? statement.text : `${comment}\n${statement.text}`;
    const mode = refusesTransaction(statement.text) ? 'no-transaction' : undefined;
    const last = sections.at(-1);
    // a setting that holds for the session stays with what it is for
    if (last === undefined || (last.mode !== mode && !last.statements.every(isSetting)))
      sections.push({ mode, statements: [text] });
    else {
      last.mode = mode;
      last.statements.push(text);
    }
  }
  const texts = sections.map(
    ({ mode, statements }): SectionText => (mode === undefined ? { statements } : { mode, statements }),
  );
  const behind = source.text.slice(end).replace(/^\s*;/, '').trim();
  const sql = [inSections(...texts), ...(behind === '' ? [] : [behind])].join('\n');
  return { description: 'Take the file apart into sections.', sql, replaces: 'file' };
}

function isSetting(text: string): boolean {
  return /^(?:set|reset|select\s+(?:pg_catalog\.)?set_config)\b/i.test(text);
}
