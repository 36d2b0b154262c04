import type { Catalog, CatalogObject } from '../catalog/catalog-object.ts';
import { reversed } from '../catalog/dependents.ts';
import type { Action, Actions } from './actions.ts';
import { components } from './components.ts';
import { kindOf } from './decisions.ts';
import { namedParts } from './named-parts.ts';

/** One action must come before another. */
export interface Edge {
  readonly before: Action;
  readonly after: Action;
  /** Only asked for: given up where it stands in the way. */
  readonly soft: boolean;
  /** The objects because of which: they may be part of their actions only by folding. */
  readonly because: readonly [before: string, after: string];
}

/** The order that dependencies ask for. */
export function edgesOf(actions: Actions, from: Catalog, to: Catalog): readonly Edge[] {
  const { made, gone, altered, led, putAside, beside } = actions;
  const edges: Edge[] = [];
  const add = (before: Action | undefined, after: Action | undefined, ids: Edge['because'], soft = false): void => {
    if (before !== undefined && after !== undefined && before !== after) {
      edges.push({ before, after, soft, because: ids });
    }
  };
  const all = (id: string): readonly Action[] => led.get(id) ?? [];
  /** What others can be made of or led over to before it has its place. */
  const ready = (id: string): Action | undefined => beside.get(id) ?? made.get(id);

  /** What is part of a successor waits for it only until it can be joined. */
  const joins = (id: string, needed: string): boolean => {
    const [part, whole] = [to.objects.get(id), to.objects.get(needed)];
    return part !== undefined && whole !== undefined && kindOf(whole).beside?.joins?.(part, whole) === true;
  };
  /** The successors that something is part of, itself or as part of a part. */
  const wholes = (id: string): readonly string[] =>
    [...(to.needs.get(id) ?? [])]
      .filter((needed) => joins(id, needed))
      .flatMap((needed) => (beside.has(needed) ? needed : wholes(needed)));

  const order = (soft: boolean) => ({
    /** What is made, altered or led over comes after what it needs from then on. */
    afterNeeds: (id: string, needed: string): void => {
      const mine = [ready(id), altered.get(id), ...(soft ? [] : all(id))];
      for (const action of mine) {
        const isPart = action?.type === 'create' && beside.has(needed) && joins(id, needed);
        const early = isPart || action?.type === 'make-beside' || action?.type === 'lead-over';
        add(early ? ready(needed) : made.get(needed), action, [needed, id], soft);
        if (action?.type === 'lead-over') continue;
        add(altered.get(needed), action, [needed, id], soft || action?.type === 'alter');
        for (const leading of all(needed)) add(leading, action, [needed, id], soft);
      }
    },
    /** What goes or changes lets go of what it needed, before that goes or changes. */
    beforeNeeds: (id: string, needed: string): void => {
      for (const action of [gone.get(id), altered.get(id), ...(soft ? [] : all(id))]) {
        // what was led over to its successor changes afterwards
        if (action?.type === 'alter' && beside.has(needed) && led.has(id)) continue;
        add(action, gone.get(needed), [id, needed], soft);
        if (action?.type !== 'drop' && action?.type !== 'drop-aside') continue;
        add(action, altered.get(needed), [id, needed], soft);
        for (const leading of all(needed)) add(action, leading, [id, needed], soft);
      }
      // what names a type by its arguments, or a column by its table, must go while that still has its name
      const leaving = putAside.get(id) ?? gone.get(id);
      const holder = gone.get(needed)?.object.id ?? needed;
      if (leaving?.type !== 'drop-aside' && leaving?.type !== 'take-place') {
        add(leaving, putAside.get(holder), [id, needed], soft);
      }
    },
  });
  // most objects of a large schema stay as they are
  const busy = new Set([made, gone, altered, led, beside, putAside].flatMap((each) => [...each.keys()]));
  const hard = order(false);
  for (const [id, needed] of to.needs) if (busy.has(id)) for (const each of needed) hard.afterNeeds(id, each);
  for (const [id, needed] of from.needs) if (busy.has(id)) for (const each of needed) hard.beforeNeeds(id, each);
  const soft = order(true);
  for (const [id, needed] of to.hints) if (busy.has(id)) for (const each of needed) soft.afterNeeds(id, each);
  for (const [namer, named] of namedParts(actions, to)) soft.afterNeeds(namer, named);
  // Bodies are checked when they are made, never when something goes: what is made anew need not wait for them.
  for (const [id, needed] of from.hints) {
    if (busy.has(id)) for (const each of needed) if (!made.has(each)) soft.beforeNeeds(id, each);
  }

  // What is made anew must not find what it needed before and no longer needs: a foreign key takes the first index that fits.
  for (const [id, action] of made) {
    if (!gone.has(id) || beside.has(id)) continue;
    for (const needed of from.needs.get(id) ?? []) {
      if (to.needs.get(id)?.has(needed)) continue;
      add(gone.get(needed), action, [needed, id], true);
      add(altered.get(needed), action, [needed, id], true);
    }
  }

  for (const [id, action] of made) {
    const aside = putAside.get(id);
    add(aside, action, [id, id]);
    const end = gone.get(id);
    if (aside !== undefined) add(action, end, [id, id]);
    else if (end?.type === 'drop') add(end, action, [id, id]);
  }
  for (const [id, actionsOfId] of led) for (const leading of actionsOfId) add(leading, altered.get(id), [id, id]);
  for (const [id, action] of beside) add(action, made.get(id), [id, id]);
  if (beside.size > 0) {
    for (const [id, action] of made) for (const whole of wholes(id)) add(action, made.get(whole), [id, whole]);
  }
  if (beside.size > 0) for (const [first, then] of untilAllIsReady(actions, from)) add(first, then, noObjects, true);
  for (const [left, taken] of contestedPlaces(actions, from, to)) {
    add(putAside.get(left) ?? gone.get(left), made.get(taken), [left, taken]);
  }
  for (const [left, caller] of ambiguousCalls(actions, from, to)) {
    for (const action of [made.get(caller), altered.get(caller)]) add(gone.get(left), action, [left, caller], true);
  }
  for (const [part, repeater] of repeatedParts(actions, from, to)) {
    add(gone.get(part), made.get(repeater), [part, repeater], true);
  }
  return edges;
}

const noObjects: Edge['because'] = ['', ''];

/**
 * What is made beside others is ready before the first of those that hang together with it goes, so that these trade
 * places in one transaction.
 */
function untilAllIsReady(
  { made, gone, led, beside }: Actions,
  from: Catalog,
): readonly (readonly [first: Action, then: Action])[] {
  const trades = new Map<string, readonly Action[]>(led);
  for (const [id, action] of gone) {
    if (action.trades) trades.set(id, [action]);
  }
  const linked = new Map<string, string[]>([...trades.keys()].map((id) => [id, []]));
  const leaves: (readonly [needed: string, action: Action])[] = [];
  for (const [id, needed] of from.needs) {
    const action = gone.get(id);
    for (const each of needed) {
      if (linked.has(id)) linked.get(each)?.push(id);
      if (linked.has(each)) linked.get(id)?.push(each);
      if (beside.has(each) && action?.type === 'drop' && !made.has(id)) leaves.push([each, action]);
    }
  }
  const group = components([...linked.keys()], (id) => linked.get(id) ?? []);
  const thens = new Map<number | undefined, Action[]>();
  for (const [id, actions] of trades) thens.set(group.get(id), [...(thens.get(group.get(id)) ?? []), ...actions]);
  return [...beside, ...leaves].flatMap(([id, first]) =>
    (thens.get(group.get(id)) ?? []).map((then) => [first, then] as const),
  );
}

/** Pairs of an object that goes and one that comes, which want the same name or place. */
function contestedPlaces(
  { made, gone, putAside }: Actions,
  from: Catalog,
  to: Catalog,
): readonly (readonly [left: string, taken: string])[] {
  const holders = new Map<string, string[]>();
  for (const id of gone.keys()) {
    for (const place of placesOf(from.objects.get(id))) {
      const known = holders.get(place);
      if (known === undefined) holders.set(place, [id]);
      else known.push(id);
    }
  }
  // What goes with a parent that was put aside keeps its name until then.
  const leavesLate = (id: string): boolean => gone.get(id)?.type === 'drop-aside' && !putAside.has(id);
  // A place in something that was put aside is free in its successor.
  const isFree = (place: string): boolean => putAside.has(place.slice(place.lastIndexOf(' of ') + 4));
  return [...made.keys()].flatMap((id) =>
    placesOf(to.objects.get(id)).flatMap((place) =>
      (isFree(place) ? [] : (holders.get(place) ?? []))
        .filter((left) => left !== id || leavesLate(id))
        .map((left) => [left, id] as const),
    ),
  );
}

function placesOf(object: CatalogObject | undefined): readonly string[] {
  return object === undefined ? [] : (kindOf(object).occupies?.(object) ?? []);
}

/** Pairs of an object that goes and one that calls its successor, by a name and arguments that both answer to. */
function ambiguousCalls(
  { made, gone }: Actions,
  from: Catalog,
  to: Catalog,
): readonly (readonly [left: string, caller: string])[] {
  const answering = (ids: Iterable<string>, { objects }: Catalog): (readonly [id: string, call: string])[] =>
    [...ids].flatMap((id) => {
      const object = objects.get(id);
      const calls = object === undefined ? [] : (kindOf(object).answersTo?.(object) ?? []);
      return calls.map((call) => [id, call] as const);
    });
  const leaving = answering(gone.keys(), from);
  if (leaving.length === 0) return [];
  const callers = reversed(to.needs);
  return answering(made.keys(), to).flatMap(([id, call]) =>
    leaving
      .filter(([left, other]) => other === call && left !== id)
      .flatMap(([left]) => [...(callers.get(id) ?? [])].map((caller) => [left, caller] as const)),
  );
}

/** Pairs of a part that goes and an object that repeats the parts of the whole. */
function repeatedParts(
  { made, gone }: Actions,
  from: Catalog,
  to: Catalog,
): readonly (readonly [part: string, repeater: string])[] {
  const repeated = [...made.keys()].flatMap((id) => {
    const object = to.objects.get(id);
    const wholes = object === undefined ? [] : (kindOf(object).repeats?.(object) ?? []);
    return wholes.map((whole) => [id, whole] as const);
  });
  if (repeated.length === 0) return [];
  return [...gone.keys()].flatMap((part) =>
    repeated.filter(([, whole]) => from.objects.get(part)?.parent === whole).map(([id]) => [part, id] as const),
  );
}
