import type { StepView } from './rule.ts';
import { seenName } from './sql/seen-name.ts';

/** The relation from before that a statement means, by what it locks: `public.orders`. Null where it is another. */
export function lockedRelation(
  { observation }: StepView,
  relation: { readonly schemaname?: string; readonly relname?: string },
): { readonly schema: string; readonly name: string } | null {
  const { relname: name = '' } = relation;
  const seen = seenName({ ...observation?.held, ...observation?.locks }, relation);
  return seen === null ? null : { schema: seen.slice(0, -name.length - 1), name };
}
