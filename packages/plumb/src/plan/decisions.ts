import type { Catalog, CatalogObject, Dependencies } from '../catalog/catalog-object.ts';
import { reversed } from '../catalog/dependents.ts';
import type { Alteration, Context, Kind } from '../catalog/kind.ts';
import { kinds } from '../catalog/kinds.generated.ts';
import type { Change } from '../diff/diff-catalogs.ts';
import { sameFacts } from '../diff/same-facts.ts';

/** What is done to one object. */
export type Decision =
  | { readonly way: 'create'; readonly to: CatalogObject }
  /** `aside`: renamed out of the way first, and dropped when its dependents were led over to what takes its place. */
  | { readonly way: 'drop'; readonly from: CatalogObject; readonly aside: boolean }
  | { readonly way: 'alter'; readonly from: CatalogObject; readonly to: CatalogObject }
  /**
   * Dropped and made anew; `aside`: renamed out of the way, and dropped when its dependents were led over; `beside`: made
   * under another name while it is in use, then both trade places.
   */
  | {
      readonly way: 'replace';
      readonly from: CatalogObject;
      readonly to: CatalogObject;
      readonly why: string;
      readonly aside: boolean;
      readonly beside: boolean;
      /** It goes and comes back in the moment in which something that was made beside what it needs takes its place. */
      readonly trades: boolean;
    };

export interface Decisions {
  readonly byId: ReadonlyMap<string, Decision>;
  /** Objects that are led over to the successors of what they need, by their id. */
  readonly ledOver: ReadonlyMap<string, readonly string[]>;
}

export function kindOf(object: CatalogObject): Kind {
  const kind = kinds.get(object.kind);
  if (kind === undefined) throw new Error(`There is no kind ${object.kind}.`);
  return kind;
}

/** Decides what is done to each object: what changed, and what must be taken down and rebuilt because of it. */
export function decide(from: Catalog, to: Catalog, changes: readonly Change[], context: Context): Decisions {
  return new Deciding(from, to, context).decide(changes);
}

class Deciding {
  readonly #from: Catalog;
  readonly #to: Catalog;
  readonly #context: Context;
  readonly #dependents: Dependencies;
  readonly #byId = new Map<string, Decision>();
  readonly #ledOver = new Map<string, string[]>();
  #newByPlace: ReadonlyMap<string, readonly CatalogObject[]> | null = null;

  constructor(from: Catalog, to: Catalog, context: Context) {
    this.#from = from;
    this.#to = to;
    this.#context = context;
    this.#dependents = reversed(from.needs);
  }

  decide(changes: readonly Change[]): Decisions {
    for (const change of changes) {
      if (change.type === 'create') this.#byId.set(change.object.id, { way: 'create', to: change.object });
      else if (change.type === 'drop')
        this.#byId.set(change.object.id, { way: 'drop', from: change.object, aside: false });
    }
    for (const change of changes) if (change.type === 'alter') this.#alter(change.from, change.to);
    for (const change of changes)
      if (change.type === 'drop' && this.#isDropped(change.object)) this.#rebind(change.object);
    return { byId: this.#byId, ledOver: this.#ledOver };
  }

  /** Some only cease to be objects of their own: columns of a table that becomes a partition. */
  #isDropped(gone: CatalogObject): boolean {
    return kindOf(gone).drop(gone, this.#context).length > 0;
  }

  /**
   * What needs an object that goes, and looks the same after, means something else by the same name: an overload, or a
   * domain where an enum was.
   */
  #rebind(gone: CatalogObject): void {
    const successors = this.#successorsOf(gone);
    for (const { before, after } of this.#dependentsOf(gone)) {
      const why = `it needs ${gone.id}, which goes`;
      const successor = successors.find(({ id }) => this.#to.needs.get(after.id)?.has(id));
      if (successor !== undefined && before.parent !== gone.id) {
        if (kindOf(gone).putAside !== undefined && this.#leadOver(before, after, successor)) {
          this.#byId.set(gone.id, { way: 'drop', from: gone, aside: true });
        } else {
          this.#replace(before, after, why);
        }
      } else if (!this.#byId.has(before.id)) {
        this.#replace(before, after, why);
      }
    }
  }

  /** What is made in its place: of the same name, yet something else, or for the same calls. */
  #successorsOf(gone: CatalogObject): readonly CatalogObject[] {
    this.#newByPlace ??= this.#placesOfNew();
    return placesOf(gone).flatMap((place) => this.#newByPlace?.get(place) ?? []);
  }

  #placesOfNew(): ReadonlyMap<string, readonly CatalogObject[]> {
    const found = new Map<string, CatalogObject[]>();
    for (const decision of this.#byId.values()) {
      if (decision.way !== 'create') continue;
      for (const place of placesOf(decision.to)) found.set(place, [...(found.get(place) ?? []), decision.to]);
    }
    return found;
  }

  #alter(from: CatalogObject, to: CatalogObject): void {
    if (this.#byId.has(from.id)) return;
    const answer = kindOf(to).alter(from, to, this.#context);
    if ('replace' in answer) {
      this.#replace(from, to, answer.replace, answer.beside);
    } else {
      this.#byId.set(from.id, { way: 'alter', from, to });
      this.#takeDown(from, answer.takesDown);
    }
  }

  #replace(from: CatalogObject, to: CatalogObject, why: string, beside = false, trades = beside): void {
    const known = this.#byId.get(from.id);
    if (known !== undefined && known.way !== 'alter' && (beside || !isBeside(known))) return;
    const aside = !beside && kindOf(from).putAside !== undefined;
    this.#byId.set(from.id, { way: 'replace', from, to, why, aside, beside, trades });
    for (const { before, after } of this.#dependentsOf(from)) {
      if ((beside || (aside && before.parent !== from.id)) && this.#leadOver(before, after, to)) continue;
      if (this.#leaves(before, after, from.id)) continue;
      const follows = beside && kindOf(before).beside?.fits(before, after, this.#context) === true;
      this.#replace(before, after, `it needs ${from.id}`, follows, trades);
    }
  }

  /** Whether its own change leads an object away from what it needs. */
  #leaves(before: CatalogObject, after: CatalogObject, needed: string): boolean {
    if (this.#to.needs.get(after.id)?.has(needed) || sameFacts(before.facts, after.facts)) return false;
    this.#alter(before, after);
    const decision = this.#byId.get(before.id);
    return decision?.way === 'alter' || isBeside(decision);
  }

  /** Objects that stay are led over to a successor where their kind knows how. */
  #leadOver(before: CatalogObject, after: CatalogObject, successor: CatalogObject): boolean {
    if (this.#byId.get(before.id)?.way === 'replace') return true;
    const kind = kindOf(before);
    if (!this.#to.needs.get(after.id)?.has(successor.id)) return this.#leaves(before, after, successor.id);
    const answer = kind.leadOver?.(before, after, successor, this.#context) ?? null;
    if (answer === null) return false;
    const known = this.#ledOver.get(before.id);
    if (known === undefined) this.#ledOver.set(before.id, [successor.id]);
    else if (!known.includes(successor.id)) known.push(successor.id);
    this.#takeDown(before, answer.takesDown);
    return true;
  }

  #takeDown(object: CatalogObject, takesDown: Alteration['takesDown']): void {
    if (takesDown === undefined) return;
    for (const { before, after } of this.#dependentsOf(object)) {
      if (takesDown(before, kindOf(before))) this.#replace(before, after, `it needs ${object.id}, which changes`);
    }
  }

  /** What needs the object before, and is there after. */
  #dependentsOf(object: CatalogObject): readonly { readonly before: CatalogObject; readonly after: CatalogObject }[] {
    return [...(this.#dependents.get(object.id) ?? [])].flatMap((id) => {
      const before = this.#from.objects.get(id);
      const after = this.#to.objects.get(id);
      return before && after ? [{ before, after }] : [];
    });
  }
}

export function isBeside(
  decision: Decision | undefined,
): decision is Extract<Decision, { way: 'replace' }> & { readonly beside: true } {
  return decision?.way === 'replace' && decision.beside;
}

function placesOf(object: CatalogObject): readonly string[] {
  const kind = kindOf(object);
  return [...(kind.occupies?.(object) ?? []), ...(kind.answersTo?.(object) ?? [])];
}
