import { sectionsOf } from '@pgplumb/migrate/files';
import { isSessionSetting, refusesTransaction, statementsOf } from '@pgplumb/migrate/sql';
import { isMixed, transactionWord } from '../rehearsal/rehearse/mixed-section.ts';
import type { Report, StepView } from './rule.ts';
import { inSections, type SectionText } from './sql/sections.ts';

/** Whether a step is what keeps the statements of its file from sharing a transaction. */
export function keepsApart({ sql, statement: { source } }: StepView): boolean {
  return refusesTransaction(sql) && sectionsOf(source).up.some(isMixed);
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
    // a setting that holds for the session stays with what it is for; what is done outside of one stands alone, so that it is
    // not done again when the next fails
    const isFull = last?.statements.every(isSessionSetting) !== true;
    if (last === undefined || (isFull && (mode !== undefined || last.mode !== mode)))
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
