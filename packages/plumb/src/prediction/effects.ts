import type { LockMode, Locks } from '../rehearsal/watch/lock-mode.ts';
import { joinLocks } from '../rehearsal/watch/lock-mode.ts';
import type { Observation } from '../rehearsal/watch/observation.ts';
import { type Part, type PartChange, partChanges } from '../rehearsal/watch/parts.ts';
import type { Element, Index, Relation } from './model/element.ts';

/** What one statement does to what was there before the migrations, put together while it is read. */
export class Effects {
  readonly #locks: Record<string, LockMode> = {};
  readonly #scans = new Set<string>();
  readonly #rewrites = new Set<string>();
  readonly #rebuilds = new Set<string>();
  readonly #touched = new Map<Element, { readonly was: Part; readonly now: () => Part }>();

  lock({ origin }: Pick<Relation, 'origin'>, mode: LockMode): void {
    if (origin !== null) Object.assign(this.#locks, joinLocks({ [origin]: mode }, this.#own(origin)));
  }

  #own(origin: string): Locks {
    const mode = this.#locks[origin];
    return mode === undefined ? {} : { [origin]: mode };
  }

  /** Reads a relation from one end to the other. What has no rows of its own has nothing to read. */
  scan({ origin, partitionKey, kind }: Relation): void {
    if (origin !== null && partitionKey === null && kind !== 'sequence' && kind !== 'view') this.#scans.add(origin);
  }

  /** Writes a table and all its indexes anew. */
  rewrite(relation: Relation): void {
    const { origin, partitionKey } = relation;
    if (origin === null || partitionKey !== null) return;
    this.#rewrites.add(origin);
    this.scan(relation);
    for (const index of relation.indexes) this.rebuild(index);
  }

  /** Writes a materialized view anew, which is not read for that. */
  refill({ origin, indexes }: Relation): void {
    if (origin !== null) this.#rewrites.add(origin);
    for (const index of indexes) this.rebuild(index);
  }

  rebuild({ origin, relation }: Index): void {
    if (origin !== null && relation.partitionKey === null) this.#rebuilds.add(origin);
  }

  /** To be called before something changes. */
  touch<E extends Element>(element: E, part: (element: E) => Part): void {
    if (element.first === null || this.#touched.has(element)) return;
    this.#touched.set(element, { was: part(element), now: () => part(element) });
  }

  observation(held: Locks): Observation {
    return {
      locks: this.#locks,
      held,
      rewrites: [...this.#rewrites].sort(),
      rebuilds: [...this.#rebuilds].sort(),
      scans: [...this.#scans].sort(),
    };
  }

  changes(): readonly PartChange[] {
    const [first, before, after] = [new Map<string, Part>(), new Map<string, Part>(), new Map<string, Part>()];
    let at = 0;
    for (const [element, { was, now }] of this.#touched) {
      const key = String(at++);
      if (element.first !== null) first.set(key, element.first);
      before.set(key, was);
      if (!element.gone) after.set(key, now());
    }
    return partChanges(first, before, after);
  }
}
