import type { Catalog } from '../catalog/catalog-object.ts';
import { besides, renamedPath } from '../plan/rename-order.ts';
import { type Path, type RenameChoice, renamableAt, samePath, startsWith } from '../plan/renames.ts';

/** A rename as it was named by a person: two paths, from names before to names after. */
export interface NamedRename {
  readonly was: Path;
  readonly is: Path;
}

export interface ResolvedRenames {
  readonly ready: readonly { readonly named: NamedRename; readonly choice: RenameChoice }[];
  /** What has the new name of something else, and isn't renamed itself: it makes way. */
  readonly inTheWay: readonly RenameChoice[];
  /** What isn't there yet, or is in something that is renamed first. */
  readonly later: readonly NamedRename[];
}

/** Finds what people mean by paths, while some of what is in them was renamed already. Outer things come first. */
export function resolveNamed(
  waiting: readonly NamedRename[],
  { before, now, done }: { readonly before: Catalog; readonly now: Catalog; readonly done: readonly RenameChoice[] },
): ResolvedRenames {
  const ready: { readonly named: NamedRename; readonly choice: RenameChoice }[] = [];
  const later: NamedRename[] = [];
  for (const named of waiting) {
    const old = renamableAt(before, named.was);
    const path = old === null ? named.was : renamedPath(named.was, old.what, done);
    const found = renamableAt(now, path);
    const isInside = ready.some(({ choice }) => choice.was.length < path.length && startsWith(path, choice.was));
    if (found === null || isInside) later.push(named);
    else
      ready.push({
        named,
        choice: found.to(path.length > 2 ? [...path.slice(0, -1), named.is.at(-1) ?? ''] : named.is),
      });
  }
  const inTheWay = ready.flatMap(({ choice }) => {
    if (ready.some((other) => samePath(other.choice.was, choice.is))) return [];
    const other = renamableAt(now, choice.is);
    return other?.what === choice.what ? [other.to(besides(choice.is, '_plumb_old'))] : [];
  });
  return { ready, inTheWay, later };
}
