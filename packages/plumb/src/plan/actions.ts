import type { Catalog, CatalogObject } from '../catalog/catalog-object.ts';
import type { Context } from '../catalog/kind.ts';
import type { Statement } from '../catalog/statement.ts';
import { type Decision, type Decisions, isBeside, kindOf } from './decisions.ts';

/** One thing to do, for one object and whatever folds into it. */
export interface Action {
  readonly type: 'create' | 'drop' | 'alter' | 'put-aside' | 'drop-aside' | 'lead-over' | 'make-beside' | 'take-place';
  readonly object: CatalogObject;
  /** Part of the moment in which what was made beside others takes its place: nothing that takes long comes between. */
  readonly trades: boolean;
  readonly statements: (context: Context) => readonly Statement[];
}

/** What was taken out of its parent's statement, because a dependency is in the way. */
export interface Apart {
  readonly created: ReadonlySet<string>;
  readonly dropped: ReadonlySet<string>;
  /** What goes, and first gives up its name. */
  readonly aside: ReadonlySet<string>;
}

export interface Actions {
  readonly all: readonly Action[];
  /** Which action makes an object be as it is wanted: its own, or that of what it folds into. */
  readonly made: ReadonlyMap<string, Action>;
  /** Which action ends an object as it was. */
  readonly gone: ReadonlyMap<string, Action>;
  readonly altered: ReadonlyMap<string, Action>;
  readonly led: ReadonlyMap<string, readonly Action[]>;
  readonly putAside: ReadonlyMap<string, Action>;
  /** Which action makes the successor of an object that is in use until the successor takes its place. */
  readonly beside: ReadonlyMap<string, Action>;
}

/** Turns decisions into actions; children share their parent's where they can. */
export function actionsOf(decisions: Decisions, from: Catalog, to: Catalog, context: Context, apart: Apart): Actions {
  const all: Action[] = [];
  const made = new Map<string, Action>();
  const gone = new Map<string, Action>();
  const altered = new Map<string, Action>();
  const led = new Map<string, Action[]>();
  const putAside = new Map<string, Action>();
  const beside = new Map<string, Action>();
  const partsByRoot = new Map<string, CatalogObject[]>();

  const act = (
    type: Action['type'],
    object: CatalogObject,
    statements: Action['statements'],
    trades = false,
  ): Action => {
    const action = { type, object, trades, statements };
    all.push(action);
    return action;
  };

  const foldsInto = rootsOf(
    decisions.byId,
    (decision, parent) => {
      const object = isMade(decision) ? decision.to : null;
      if (object === null || !isMade(parent) || apart.created.has(object.id)) return false;
      if (isBeside(decision) || isBeside(parent)) return false;
      return kindOf(object).folds?.(object, parent.to, context) === true;
    },
    to,
  );
  const goesWith = rootsOf(
    decisions.byId,
    (decision, parent) => {
      const object = isGone(decision) ? decision.from : null;
      if (object === null || !isGone(parent) || apart.dropped.has(object.id) || isBeside(decision)) return false;
      const holder = parent.from;
      if (kindOf(holder).takesAlong?.(holder, context) === false) return false;
      return kindOf(object).goesWithParent?.(object) !== false;
    },
    from,
  );

  for (const [id, decision] of decisions.byId) {
    if (decision.way === 'alter') {
      const { from: before, to: after } = decision;
      const statements = (given: Context): readonly Statement[] => {
        const answer = kindOf(after).alter(before, after, given);
        return 'replace' in answer ? [] : answer.statements;
      };
      altered.set(id, act('alter', after, statements));
    }
    if (isBeside(decision)) {
      const { from: before, to: after } = decision;
      const { beside: way } = kindOf(after);
      const takes = act('take-place', after, (given) => way?.takePlace(before, after, given) ?? [], true);
      beside.set(
        id,
        act('make-beside', after, (given) => way?.make(before, after, given) ?? []),
      );
      made.set(id, takes);
      gone.set(id, takes);
      continue;
    }
    if (isMade(decision) && foldsInto(id) === id) {
      const object = decision.to;
      const parts: CatalogObject[] = [];
      partsByRoot.set(id, parts);
      made.set(
        id,
        act('create', object, (given) => kindOf(object).create(object, given, parts)),
      );
    }
    if (isGone(decision) && goesWith(id) === id) {
      const object = decision.from;
      const kind = kindOf(object);
      if (decision.aside || apart.aside.has(id)) {
        putAside.set(
          id,
          act('put-aside', object, (given) => kind.putAside?.(object, given) ?? []),
        );
        gone.set(
          id,
          act('drop-aside', object, (given) => kind.dropAside?.(object, given) ?? []),
        );
      } else {
        gone.set(
          id,
          act('drop', object, (given) => kind.drop(object, given), decision.way === 'replace' && decision.trades),
        );
      }
    }
  }
  for (const [id, decision] of decisions.byId) {
    if (isMade(decision)) {
      const root = foldsInto(id);
      const action = made.get(root);
      if (action !== undefined) made.set(id, action);
      if (root !== id) partsByRoot.get(root)?.push(decision.to);
    }
    if (isGone(decision)) {
      const action = gone.get(goesWith(id));
      if (action !== undefined) gone.set(id, action);
    }
  }
  for (const [id, successors] of decisions.ledOver) {
    const before = from.objects.get(id);
    const after = to.objects.get(id);
    if (before === undefined || after === undefined || decisions.byId.get(id)?.way === 'replace') continue;
    const actions = successors.flatMap((successorId) => {
      const successor = to.objects.get(successorId);
      if (successor === undefined) return [];
      return act(
        'lead-over',
        after,
        (given) => kindOf(after).leadOver?.(before, after, successor, given)?.statements ?? [],
      );
    });
    led.set(id, actions);
  }
  return { all, made, gone, altered, led, putAside, beside };
}

function isMade(decision: Decision | undefined): decision is Extract<Decision, { way: 'create' | 'replace' }> {
  return decision?.way === 'create' || decision?.way === 'replace';
}

function isGone(decision: Decision | undefined): decision is Extract<Decision, { way: 'drop' | 'replace' }> {
  return decision?.way === 'drop' || decision?.way === 'replace';
}

/** For each id the ancestor whose statement does its work, itself where none does. */
function rootsOf(
  decisions: ReadonlyMap<string, Decision>,
  joins: (decision: Decision, parent: Decision | undefined) => boolean,
  catalog: Catalog,
): (id: string) => string {
  const known = new Map<string, string>();
  const rootOf = (id: string): string => {
    const found = known.get(id);
    if (found !== undefined) return found;
    known.set(id, id);
    const decision = decisions.get(id);
    const parent = catalog.objects.get(id)?.parent ?? null;
    const root =
      decision !== undefined && parent !== null && joins(decision, decisions.get(parent)) ? rootOf(parent) : id;
    known.set(id, root);
    return root;
  };
  return rootOf;
}
