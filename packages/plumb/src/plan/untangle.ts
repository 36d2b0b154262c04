import type { Catalog } from '../catalog/catalog-object.ts';
import type { Context } from '../catalog/kind.ts';
import { type Action, type Actions, actionsOf } from './actions.ts';
import { components } from './components.ts';
import { type Decisions, kindOf } from './decisions.ts';
import { type Edge, edgesOf } from './edges.ts';

export interface Untangled {
  readonly actions: Actions;
  readonly edges: readonly Edge[];
}

/**
 * Finds actions whose order has no cycle. Where there is one, wishes are given up first; then what shared its
 * parent's statement gets one of its own: two tables whose foreign keys point at each other. At last, what goes gives up
 * its name first: an enum and a domain that trade theirs.
 */
export function untangle(decisions: Decisions, from: Catalog, to: Catalog, context: Context): Untangled {
  const created = new Set<string>();
  const dropped = new Set<string>();
  const aside = new Set<string>();
  for (;;) {
    const actions = actionsOf(decisions, from, to, context, { created, dropped, aside });
    const edges = withoutSoftCycles(actions.all, edgesOf(actions, from, to));
    const tangled = cyclic(actions.all, edges);
    if (tangled.length === 0) return { actions, edges };
    const freed = freeParts(tangled, from, to, created, dropped) || freeNames(tangled, aside);
    if (!freed) {
      const chain = [...new Set(tangled.flatMap(({ because }) => because))].slice(0, 10).join(', ');
      throw new Error(`These objects need each other in a circle that no order resolves: ${chain}.`);
    }
  }
}

function withoutSoftCycles(actions: readonly Action[], edges: readonly Edge[]): readonly Edge[] {
  const tangled = new Set(cyclic(actions, edges).filter(({ soft }) => soft));
  return tangled.size === 0 ? edges : edges.filter((edge) => !tangled.has(edge));
}

/** The edges that lie on cycles. */
function cyclic(actions: readonly Action[], edges: readonly Edge[]): readonly Edge[] {
  const next = new Map<Action, Action[]>();
  for (const { before, after } of edges) {
    const known = next.get(before);
    if (known === undefined) next.set(before, [after]);
    else known.push(after);
  }
  const component = components(actions, (action) => next.get(action) ?? []);
  return edges.filter(({ before, after }) => component.get(before) === component.get(after));
}

/** Takes the parts of the highest rank on the cycles out of their parents' statements: constraints before columns. */
function freeParts(
  tangled: readonly Edge[],
  from: Catalog,
  to: Catalog,
  created: Set<string>,
  dropped: Set<string>,
): boolean {
  const parts = tangled.flatMap(({ before, after, because: [beforeId, afterId] }) => [
    ...partOf(before, beforeId),
    ...partOf(after, afterId),
  ]);
  // What goes is let go of first: what comes may then still be said in one statement.
  const going = parts.filter(({ action }) => action.type !== 'create');
  const candidates = going.length > 0 ? going : parts;
  const highest = Math.max(...candidates.map(({ rank }) => rank));
  for (const { id, action, rank } of candidates) {
    if (rank === highest) (action.type === 'create' ? created : dropped).add(id);
  }
  return parts.length > 0;

  function partOf(
    action: Action,
    id: string,
  ): readonly { readonly id: string; readonly action: Action; readonly rank: number }[] {
    if (action.object.id === id || action.type === 'alter' || action.type === 'lead-over') return [];
    const object = (action.type === 'create' ? to : from).objects.get(id);
    return object === undefined ? [] : [{ id, action, rank: kindOf(object).rank }];
  }
}

/** Puts aside what goes on the cycles, where what comes waits for its name. */
function freeNames(tangled: readonly Edge[], aside: Set<string>): boolean {
  const before = aside.size;
  for (const edge of tangled) {
    const { type, object } = edge.before;
    if (type === 'drop' && edge.after.type === 'create' && kindOf(object).putAside !== undefined) aside.add(object.id);
  }
  return aside.size > before;
}
