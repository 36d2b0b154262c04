import type { Look } from '../look.ts';
import { withoutPasswords } from '../sql-failure-text.ts';
import { counted } from '../units.ts';

export interface ShownPlanned {
  readonly version: string;
  readonly sections: readonly {
    readonly mode: 'transaction' | 'no-transaction' | 'backfill';
    readonly statements: readonly string[];
  }[];
}

const modes = {
  transaction: 'in one transaction',
  'no-transaction': 'statement by statement',
  backfill: 'in batches',
} as const;

/** What would run, section by section, as SQL with comments. */
export function renderPlanned(planned: readonly ShownPlanned[], database: string, look: Look): string {
  if (planned.length === 0) return `Nothing to apply to ${database}.`;
  const migrations = planned.map(({ version, sections }) =>
    [
      look.heading(`-- ${version}`),
      ...sections.map(({ mode, statements }) => renderSection(mode, statements, look)),
      ...(sections.length === 0 ? [look.muted('-- nothing that is not done yet')] : []),
    ].join('\n'),
  );
  const summary = `${counted(planned.length, 'migration')} would be applied to ${database}. Nothing was changed.`;
  return [...migrations, look.muted(`-- ${summary}`)].join('\n\n');
}

function renderSection(mode: keyof typeof modes, statements: readonly string[], look: Look): string {
  const sql = statements.map((text) => look.code(`${withoutPasswords(text)};`));
  return [look.muted(`-- ${modes[mode]}`), ...sql].join('\n');
}
