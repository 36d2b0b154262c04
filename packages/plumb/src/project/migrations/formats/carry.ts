import { Problem } from '../../../contract/problem.ts';
import type { DraftSection } from '../draft.ts';

/**
 * What a tool can run outside of a transaction: nothing, one statement alone, or each statement of a file by itself.
 */
export type Outside = 'nothing' | 'one statement' | 'each statement';

/** One way of a migration, as a tool runs it that knows no sections. */
export interface Carried {
  readonly inTransaction: boolean;
  readonly statements: readonly string[];
}

/** Puts sections into one piece where that means the same. */
export function carried(sections: readonly DraftSection[], tool: string, outside: Outside): Carried {
  const statements = sections.flatMap((section) => section.statements);
  const [first, ...others] = sections;
  if (others.length === 0 && (first === undefined || first.mode !== 'no-transaction')) {
    return { inTransaction: true, statements };
  }
  const stand = sections.every(({ mode, statements: own }) => mode === 'no-transaction' || own.length === 1);
  if (outside === 'each statement' && stand) return { inTransaction: false, statements };
  if (outside === 'one statement' && statements.length === 1) return { inTransaction: false, statements };
  throw cannotCarry(tool, sections);
}

export function cannotCarry(tool: string, sections: readonly DraftSection[]): Problem {
  const some = sections.some(({ mode }) => mode === 'no-transaction') ? ', some of it outside of any' : '';
  return new Problem(
    'USAGE',
    `This migration runs in ${sections.length === 1 ? 'no transaction' : `${sections.length} transactions${some}`}, and a migration of ${tool} can't.`,
    {
      hint: 'With --plain it takes the short forms, which mostly fit into one transaction and may stop a running application meanwhile. Or name an empty folder with --migrations: in the format of plumb it is written as it is.',
    },
  );
}
