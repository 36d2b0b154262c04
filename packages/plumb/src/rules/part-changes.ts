import type { Part, PartChange } from '../rehearsal/watch/parts.ts';
import type { StepView } from './rule.ts';

/** What a statement took away, without what went with its table or its schema. */
export function lostParts({ changes }: Pick<StepView, 'changes'>, kind: Part['kind']): readonly Part[] {
  const lost = changes.filter(({ is }) => is === null);
  return lost
    .filter(({ part, was }) => part.kind === kind && !lost.some((other) => other.was !== was && holds(other.was, was)))
    .map(({ part }) => part);
}

export interface KeptChange extends PartChange {
  readonly is: Part;
}

/** What a statement left there, and not as it was. */
export function keptParts({ changes }: Pick<StepView, 'changes'>, kind: Part['kind']): readonly KeptChange[] {
  return changes.flatMap(({ part, was, is }) => (is !== null && part.kind === kind ? [{ part, was, is }] : []));
}

const relations = ['table', 'view', 'materialized view', 'foreign table'] as const;

/** Whether one is gone because the other is. */
function holds(other: Part, part: Part): boolean {
  if (other.schema !== part.schema) return false;
  if (other.kind === 'schema') return true;
  if (other.name !== part.of) return false;
  return part.kind === 'enum value' ? other.kind === 'type' : relations.some((kind) => kind === other.kind);
}
