import type { BackfillOptions } from '@pgplumb/migrate';
import type { Step } from '../../plan/plan.ts';
import { groupsOf, stepSql } from '../../plan/plan-sql.ts';
import type { DraftSection } from './draft.ts';

/**
 * A plan's steps as the sections of a migration: what shares a transaction stays together, what can be in none stands
 * apart.
 */
export function planSections(steps: readonly Step[]): readonly DraftSection[] {
  const sections: { mode: DraftSection['mode']; backfill: BackfillOptions | null; statements: string[] }[] = [];
  for (const group of groupsOf(steps)) {
    const [first, ...others] = group;
    if (first === undefined) continue;
    const statements = group.map(stepSql);
    const last = sections.at(-1);
    if (first.transaction === null) {
      if (last?.mode === 'no-transaction') last.statements.push(...statements);
      else sections.push({ mode: 'no-transaction', backfill: null, statements });
    } else if (first.backfill !== null && first.backfill.key.length > 0 && others.length === 0) {
      sections.push({ mode: 'backfill', backfill: first.backfill, statements });
    } else {
      // rows without a key can't be gone through in batches
      sections.push({ mode: 'transaction', backfill: null, statements });
    }
  }
  return sections;
}
