import type { Catalog } from '../catalog/catalog-object.ts';
import { shareNames } from '../catalog/renaming-by-schema.ts';
import { besides, renamedPath } from '../plan/rename-order.ts';
import { type Path, type RenameChoice, renamableAt, samePath, startsWith } from '../plan/renames.ts';

/** A rename as it was named by a person: two paths, from names before to names after. */
export interface NamedRename {
  readonly was: Path;
  readonly is: Path;
}

export interface ResolvedRenames {
  readonly ready: readonly { readonly named: NamedRename; readonly choice: RenameChoice }[];
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
  return { ready, later };
}

/** What has the new name of something else, and isn't renamed itself: it makes way. */
export function inTheWayOf(choices: readonly RenameChoice[], now: Catalog): readonly RenameChoice[] {
  return choices.flatMap(({ what, is }) => {
    if (choices.some((other) => samePath(other.was, is))) return [];
    const other = renamableAt(now, is);
    return other !== null && shareNames(other.what, what) ? [other.to(besides(is, '_plumb_old'))] : [];
  });
}
