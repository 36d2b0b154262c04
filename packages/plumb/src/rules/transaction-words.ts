import { sectionsOf } from '@pgplumb/migrate/files';
import { type PlacedStatement, statementsOf } from '@pgplumb/migrate/sql';
import { transactionWord } from '../rehearsal/rehearse/mixed-section.ts';
import type { MigrationView } from './rule.ts';

/** Where a section opens a transaction or ends one. */
export interface TransactionWord {
  readonly migration: string;
  readonly place: PlacedStatement;
  readonly word: 'begin' | 'end';
  /** Whether one is open there: the section's own, or one that it opened. */
  readonly inside: 'section' | 'opened' | null;
  /** Whether the section ends without ending what this one opens. */
  readonly left: boolean;
}

/** What the files of migrations say of transactions themselves. A file without sections opens its own as it likes. */
export function transactionWords({ steps }: MigrationView): readonly TransactionWord[] {
  const sources = new Map(steps.map(({ version, statement: { source } }) => [source.name, { version, source }]));
  return [...sources.values()].flatMap(({ version, source }) => {
    const { format, up } = sectionsOf(source);
    return up.flatMap((section) => {
      const said = statementsOf(section).flatMap((place) => {
        const word = transactionWord(place.text);
        return word === null ? [] : [{ place, word }];
      });
      const own = format !== null && section.mode === 'transaction' ? 'section' : null;
      let opened = false;
      return said.map(({ place, word }, at): TransactionWord => {
        const inside = opened ? 'opened' : own;
        opened = word === 'begin';
        return { migration: version, place, word, inside, left: word === 'begin' && at === said.length - 1 };
      });
    });
  });
}
