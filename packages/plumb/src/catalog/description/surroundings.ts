import type { Catalog, CatalogObject, Dependencies } from '../catalog-object.ts';
import { reversed } from '../dependents.ts';
import { commentId } from '../kinds/comment/comment.ts';
import { ownerId } from '../kinds/owner.ts';
import type { GrantDescription, ObjectDescription, Reference, Sizes } from './description.ts';
import { isOf } from './facts-by-kind.ts';

/** A catalogue as it is asked about single objects: what belongs to them, what needs them. */
export class Surroundings {
  readonly catalog: Catalog;
  readonly sizes: Sizes;
  readonly #children = new Map<string, CatalogObject[]>();
  readonly #dependents: Dependencies;
  readonly #hinted: Dependencies;

  constructor(catalog: Catalog, sizes: Sizes = new Map()) {
    this.catalog = catalog;
    this.sizes = sizes;
    this.#dependents = reversed(catalog.needs);
    this.#hinted = reversed(catalog.hints);
    for (const object of catalog.objects.values()) {
      if (object.parent === null) continue;
      const others = this.#children.get(object.parent);
      if (others === undefined) this.#children.set(object.parent, [object]);
      else others.push(object);
    }
  }

  children(id: string): readonly CatalogObject[] {
    return this.#children.get(id) ?? [];
  }

  /** All that belongs to an object, however far below. */
  below(id: string): readonly CatalogObject[] {
    return this.children(id).flatMap((child) => [child, ...this.below(child.id)]);
  }

  comment(on: string): string | null {
    const comment = this.catalog.objects.get(commentId(on));
    return comment !== undefined && isOf(comment, 'comment') ? comment.facts.text : null;
  }

  /** What is known of every object. */
  common({ id }: CatalogObject): Omit<ObjectDescription, 'sql'> {
    const owner = this.catalog.objects.get(ownerId(id));
    const own = new Set([id, ...this.below(id).map((part) => part.id)]);
    const usedBy = this.#leadingTo(own, this.#dependents);
    const known = new Set(usedBy.map(({ id: user }) => user));
    const namedBy = this.#leadingTo(new Set([id]), this.#hinted).filter(
      (user) => !known.has(user.id) && isOf(user, 'function', 'procedure'),
    );
    return {
      name: nameOf(id),
      comment: this.comment(id),
      owner: owner !== undefined && isOf(owner, 'owner') ? owner.facts.role : null,
      grants: this.#grants(id),
      usedBy: usedBy.map(referenceTo),
      namedBy: namedBy.map(referenceTo),
    };
  }

  #grants(id: string): readonly GrantDescription[] {
    const objects = [...this.children(id), ...this.children(id).flatMap((child) => this.children(child.id))];
    return objects
      .filter((each) => isOf(each, 'grant'))
      .filter(({ facts, parent }) => parent === id || facts.column !== null)
      .map(({ facts }) => ({
        role: facts.role,
        privileges: Object.keys(facts.rights),
        grantable: Object.keys(facts.rights).filter((name) => facts.rights[name] === 'grantable'),
        revoked: Object.keys(facts.usual).filter((name) => !(name in facts.rights)),
        column: facts.column,
      }));
  }

  /** What needs one of these and is none of them: each the object that a person thinks of, once. */
  #leadingTo(own: ReadonlySet<string>, dependencies: Dependencies): readonly CatalogObject[] {
    const found = new Map<string, CatalogObject>();
    for (const id of own) {
      for (const dependent of dependencies.get(id) ?? []) {
        const object = this.#thing(dependent);
        if (object !== null && !own.has(object.id)) found.set(object.id, object);
      }
    }
    return [...found.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  /** A column, where what needs something is its default; nothing, where it is only a comment. */
  #thing(id: string): CatalogObject | null {
    const object = this.catalog.objects.get(id);
    if (object === undefined || silent.has(object.kind)) return null;
    if (!carried.has(object.kind) || object.parent === null) return object;
    return this.#thing(object.parent);
  }
}

const silent: ReadonlySet<string> = new Set(['comment', 'owner', 'grant', 'built-in-grant', 'default-privilege']);

/** What a person thinks of as a part of something else. */
const carried: ReadonlySet<string> = new Set([
  'default',
  'partition',
  'replica-identity',
  'cluster-on',
  'trigger-firing',
  'domain-constraint',
  'publication-table',
  'publication-schema',
]);

/** `public.users`, of the id `table public.users`. */
export function nameOf(id: string): string {
  return id.slice(id.indexOf(' ') + 1);
}

function referenceTo({ id, kind }: CatalogObject): Reference {
  return { kind, name: nameOf(id) };
}
