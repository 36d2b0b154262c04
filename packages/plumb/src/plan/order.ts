import type { Context } from '../catalog/kind.ts';
import type { Statement } from '../catalog/statement.ts';
import type { Action } from './actions.ts';
import { kindOf } from './decisions.ts';
import { Heap } from './heap.ts';
import type { Untangled } from './untangle.ts';

/** Statements of one action that follow each other and run in the same way. */
interface Segment {
  readonly action: Action;
  readonly statements: readonly Statement[];
  readonly urgency: number;
  readonly next: Segment[];
  waitsFor: number;
}

/**
 * Puts all statements into an order that their dependencies allow. Where they leave a choice, what is made comes before
 * what goes, and what can share a transaction before what can't.
 */
export function orderStatements({ actions, edges }: Untangled, context: Context): readonly Statement[] {
  const segments = new Map(actions.all.map((action) => [action, segmentsOf(action, action.statements(context))]));
  for (const { before, after } of edges) {
    const last = segments.get(before)?.at(-1);
    const first = segments.get(after)?.[0];
    if (last !== undefined && first !== undefined) link(last, first);
  }
  const ready = new Heap<Segment>(precedes);
  for (const segment of [...segments.values()].flat()) if (segment.waitsFor === 0) ready.push(segment);
  const ordered: Statement[] = [];
  for (let segment = ready.pop(); segment !== undefined; segment = ready.pop()) {
    ordered.push(...segment.statements);
    for (const next of segment.next) if (--next.waitsFor === 0) ready.push(next);
  }
  return ordered;
}

/** Every action has a segment, even one without statements: others wait for each other through it. */
function segmentsOf(action: Action, statements: readonly Statement[]): readonly Segment[] {
  const runs: Statement[][] = [];
  for (const each of statements) {
    const run = runs.at(-1);
    if (run?.[0]?.run === each.run && each.run === 'together') run.push(each);
    else runs.push([each]);
  }
  if (runs.length === 0) runs.push([]);
  const segments = runs.map((run) => ({
    action,
    statements: run,
    urgency: urgencyOf(action, run),
    next: [],
    waitsFor: 0,
  }));
  for (const [index, segment] of segments.entries()) {
    const before = segments[index - 1];
    if (before !== undefined) link(before, segment);
  }
  return segments;
}

function link(before: Segment, after: Segment): void {
  before.next.push(after);
  after.waitsFor += 1;
}

const urgencies = { together: 1, apart: 2, outside: 3 } as const;

function urgencyOf(action: Action, statements: readonly Statement[]): number {
  const [first] = statements;
  if (kindOf(action.object).comesLast) return Number.MAX_SAFE_INTEGER;
  if (first === undefined || action.trades) return 0;
  return urgencies[first.run] + (action.type === 'drop' || action.type === 'drop-aside' ? urgencies.outside : 0);
}

function precedes(one: Segment, other: Segment): boolean {
  if (one.urgency !== other.urgency) return one.urgency < other.urgency;
  const drops = one.action.type === 'drop' && other.action.type === 'drop';
  const rank = kindOf(one.action.object).rank - kindOf(other.action.object).rank;
  if (rank !== 0) return drops ? rank > 0 : rank < 0;
  return one.action.object.id < other.action.object.id;
}
