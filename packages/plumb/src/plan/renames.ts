import type { Catalog, CatalogObject } from '../catalog/catalog-object.ts';
import type { Renaming } from '../catalog/kind.ts';
import type { Statement } from '../catalog/statement.ts';
import { diffCatalogs } from '../diff/diff-catalogs.ts';
import { kindOf } from './decisions.ts';

/** Two names that could stand for one thing. */
export interface RenameChoice {
  /** The kind, or for names inside of an object what they are: `column`, `table`, `enum value`. */
  readonly what: string;
  readonly was: readonly string[];
  readonly is: readonly string[];
  /** Nobody needs to be asked: the two are alike but for the name. */
  readonly certain: boolean;
  readonly statements: readonly Statement[];
  /** The way back. */
  readonly reverse: readonly Statement[];
  /** The same between other names of its own kind, for two that trade places. */
  readonly between: (was: readonly string[], is: readonly string[]) => RenameChoice;
}

/** What could have been renamed between two catalogues: outer things first, since their parts are only comparable then. */
export function renameChoices(from: Catalog, to: Catalog): readonly RenameChoice[] {
  const changes = diffCatalogs(from, to);
  const lost = new Map<string, CatalogObject[]>();
  for (const change of changes) if (change.type === 'drop') add(lost, containerOf(change.object), change.object);
  const choices: { readonly rank: number; readonly choice: RenameChoice }[] = [];
  for (const change of changes) {
    if (change.type === 'alter') {
      const { rank } = kindOf(change.to);
      choices.push(...innerChoices(change.from, change.to, from).map((choice) => ({ rank, choice })));
    } else if (change.type === 'create') {
      const { object } = change;
      const { renaming, rank } = kindOf(object);
      for (const before of lost.get(containerOf(object)) ?? []) {
        if (renaming?.mayBe(before, object, { from, to })) choices.push({ rank, choice: choiceOf(before, object) });
      }
    }
  }
  const first = Math.min(...choices.map(({ rank }) => rank));
  return choices.filter(({ rank }) => rank === first).map(({ choice }) => choice);
}

/** The choice that a person names by two paths, where both are what was there and what can be. */
export function namedRename(from: Catalog, was: readonly string[], is: readonly string[]): RenameChoice | null {
  for (const object of from.objects.values()) {
    const { renaming, innerNames } = kindOf(object);
    if (renaming && samePath(renaming.path(object), was) && was.length === is.length) {
      return choiceBetween(object.kind, renaming, true)(was, is);
    }
    const inner = was.at(-1);
    const name = is.at(-1);
    if (innerNames === undefined || inner === undefined || name === undefined) continue;
    if (samePath(innerNames.path(object), was.slice(0, -1)) && innerNames.names(object).includes(inner)) {
      return innerChoice(object, inner, name);
    }
  }
  return null;
}

function choiceOf(before: CatalogObject, after: CatalogObject): RenameChoice {
  const renaming = kindOf(before).renaming;
  if (renaming === undefined) throw new Error(`A ${before.kind} can't be renamed.`);
  return choiceBetween(before.kind, renaming, !renaming.asks)(renaming.path(before), renaming.path(after));
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
  const rename = (one: readonly string[], other: readonly string[]): readonly Statement[] => [
    innerNames.rename(path, one.at(-1) ?? '', other.at(-1) ?? ''),
  ];
  const between: RenameChoice['between'] = (one, other) => ({
    what: `${object.kind} value`,
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

function samePath(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, at) => name === other[at]);
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
