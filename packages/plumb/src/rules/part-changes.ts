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

const owners = ['table', 'view', 'materialized view', 'foreign table', 'type'] as const;

/** Whether one is gone because the other is. */
function holds(other: Part, part: Part): boolean {
  if (other.schema !== part.schema) return false;
  if (other.kind === 'schema') return true;
  if (part.kind === 'default' && other.kind === 'column') return other.of === part.of && other.name === part.name;
  return other.name === part.of && owners.some((kind) => kind === other.kind);
}
