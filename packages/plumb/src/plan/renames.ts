import type { Catalog, CatalogObject } from '../catalog/catalog-object.ts';
import type { Renaming } from '../catalog/kind.ts';
import type { Statement } from '../catalog/statement.ts';
import { diffCatalogs } from '../diff/diff-catalogs.ts';
import { kindOf } from './decisions.ts';

export type Path = readonly string[];

/** Two names that could stand for one thing. */
export interface RenameChoice {
  /** The kind, or for names inside of an object what they are: `column`, `table`, `enum value`. */
  readonly what: string;
  readonly was: Path;
  readonly is: Path;
  /** Nobody needs to be asked: the two are alike but for the name. */
  readonly certain: boolean;
  readonly statements: readonly Statement[];
  /** The way back. */
  readonly reverse: readonly Statement[];
  /** The same between other names of its own kind, for two that trade places. */
  readonly between: (was: Path, is: Path) => RenameChoice;
}

/** Something with a name that can be changed. */
export interface Renamable {
  readonly what: string;
  readonly path: Path;
  readonly to: (is: Path) => RenameChoice;
}

/**
 * What could have been renamed between two catalogues, out of what isn't settled: outer things first, since their parts
 * are only comparable then.
 */
export function renameChoices(
  from: Catalog,
  to: Catalog,
  isSettled: (choice: RenameChoice) => boolean,
): readonly RenameChoice[] {
  const changes = diffCatalogs(from, to);
  const lost = new Map<string, CatalogObject[]>();
  for (const change of changes) if (change.type === 'drop') add(lost, containerOf(change.object), change.object);
  const choices: { readonly rank: number; readonly choice: RenameChoice }[] = [];
  for (const change of changes) {
    if (change.type === 'alter') {
      const { rank, renaming } = kindOf(change.to);
      choices.push(...innerChoices(change.from, change.to, from).map((choice) => ({ rank, choice })));
      // the same by its identity, in another schema: it moves with all that is in it
      if (renaming?.mayBe(change.from, change.to, { from, to })) {
        const [was, is] = [renaming.path(change.from), renaming.path(change.to)];
        if (!samePath(was, is)) choices.push({ rank, choice: choiceBetween(change.to.kind, renaming, true)(was, is) });
      }
    } else if (change.type === 'create') {
      const { object } = change;
      const { renaming, rank } = kindOf(object);
      for (const before of lost.get(containerOf(object)) ?? []) {
        if (!renaming?.mayBe(before, object, { from, to })) continue;
        const certain = !renaming.asks || renaming.holds?.(before, from) === false;
        choices.push({
          rank,
          choice: choiceBetween(object.kind, renaming, certain)(renaming.path(before), renaming.path(object)),
        });
      }
    }
  }
  const open = choices.filter(({ choice }) => !isSettled(choice));
  const first = Math.min(...open.map(({ rank }) => rank));
  return open.filter(({ rank }) => rank === first).map(({ choice }) => choice);
}

/** What has a path that a person gave; what people are asked about before what they aren't. */
export function renamableAt(catalog: Catalog, path: Path): Renamable | null {
  const found: Renamable[] = [];
  for (const object of catalog.objects.values()) {
    const { renaming, innerNames } = kindOf(object);
    if (renaming && samePath(renaming.path(object), path)) {
      const renamable = {
        what: object.kind,
        path,
        to: (is: Path) => choiceBetween(object.kind, renaming, true)(path, is),
      };
      if (renaming.asks === false) found.push(renamable);
      else found.unshift(renamable);
    }
    const name = path.at(-1);
    if (innerNames === undefined || name === undefined || !samePath(innerNames.path(object), path.slice(0, -1)))
      continue;
    if (innerNames.names(object).includes(name)) {
      found.unshift({ what: innerNames.what, path, to: (is) => innerChoice(object, name, is.at(-1) ?? '') });
    }
  }
  return found[0] ?? null;
}

function choiceBetween(what: string, renaming: Renaming, certain: boolean): RenameChoice['between'] {
  const between: RenameChoice['between'] = (was, is) => ({
    what,
    was,
    is,
    certain,
    statements: renaming.rename(was, is),
    reverse: renaming.rename(is, was),
    between,
  });
  return between;
}

function innerChoices(before: CatalogObject, after: CatalogObject, from: Catalog): readonly RenameChoice[] {
  const { innerNames } = kindOf(after);
  if (!innerNames?.areStored(before, from)) return [];
  const [were, are] = [innerNames.names(before), innerNames.names(after)];
  const gained = are.filter((name) => !were.includes(name));
  return were
    .filter((name) => !are.includes(name))
    .flatMap((was) => gained.map((is) => ({ ...innerChoice(before, was, is), certain: false })));
}

function innerChoice(object: CatalogObject, was: string, is: string): RenameChoice {
  const { innerNames } = kindOf(object);
  if (innerNames === undefined) throw new Error(`A ${object.kind} has no names inside.`);
  const path = innerNames.path(object);
  const rename = (one: Path, other: Path): readonly Statement[] => [
    innerNames.rename(path, one.at(-1) ?? '', other.at(-1) ?? ''),
  ];
  const between: RenameChoice['between'] = (one, other) => ({
    what: innerNames.what,
    was: one,
    is: other,
    certain: true,
    statements: rename(one, other),
    reverse: rename(other, one),
    between,
  });
  return between([...path, was], [...path, is]);
}

/** What two objects must have in common to be compared: kind and what they are in; a top-level object may change its schema. */
function containerOf(object: CatalogObject): string {
  const path = kindOf(object).renaming?.path(object) ?? [];
  return JSON.stringify([object.kind, path.length > 2 ? path.slice(0, -1) : []]);
}

export function samePath(one: Path, other: Path): boolean {
  return one.length === other.length && startsWith(one, other);
}

/** Whether a path is, or is in, what another leads to. */
export function startsWith(path: Path, outer: Path): boolean {
  return outer.every((name, at) => path[at] === name);
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
