import type { Section } from '@pgplumb/migrate';
import { sectionsOf } from '@pgplumb/migrate/files';
import { isSessionSetting, readScript, refusesTransaction } from '@pgplumb/migrate/sql';

/** Whether it is a file that says nothing of transactions and holds both, what wants one and what can't be in one. */
export function isMixed({ source, mode }: Pick<Section, 'source' | 'mode'>): boolean {
  if (mode !== 'transaction' || sectionsOf(source).format !== null) return false;
  const texts = readScript(source).map(({ start, end }) => source.text.slice(start, end));
  const wantsOne = (text: string): boolean => !isSessionSetting(text) && !refusesTransaction(text);
  return (
    texts.some(refusesTransaction) && texts.some(wantsOne) && texts.every((text) => transactionWord(text) === null)
  );
}

/** What opens a transaction or ends one, in a text of one statement. */
export function transactionWord(text: string): 'begin' | 'end' | null {
  const [, word] =
    /^(begin|start\s+transaction|commit|end|rollback|abort)\b(?!\s+to\b|\s+\w+\s+to\b)/i.exec(text) ?? [];
  if (word === undefined) return null;
  return /^(begin|start)/i.test(word) ? 'begin' : 'end';
}
