import type { Catalog } from '../../../catalog/catalog-object.ts';
import { kinds } from '../../../catalog/kinds.generated.ts';
import type { NamedRename } from '../../../rehearsal/rename-on-shadow.ts';
import type { WasComment } from './was-comments.ts';

type Path = readonly string[];

/** The renames that comments in a schema ask for and that have not happened yet: the old name is there, the new isn't. */
export function renamesOfComments(comments: readonly WasComment[], from: Catalog, to: Catalog): readonly NamedRename[] {
  if (comments.length === 0) return [];
  const [before, after] = [pathsOf(from), pathsOf(to)];
  const found = comments.flatMap((comment) => renamesOf(comment, after));
  const open = found.filter(({ was, is }) => is.length === 2 && before.has(keyOf(was)) && !before.has(keyOf(is)));
  const asBefore = (path: Path): Path => {
    const outer = open.find(({ is }) => is[0] === path[0] && is[1] === path[1]);
    return outer === undefined ? path : [...outer.was, ...path.slice(2)];
  };
  const parts = found
    .filter(({ is }) => is.length > 2)
    .map(({ was, is }) => ({ was: before.has(keyOf(was)) ? was : asBefore(was), is }))
    .filter(({ was, is }) => before.has(keyOf(was)) && !before.has(keyOf(asBefore(is))));
  return oneEach([...open, ...parts]);
}

/** An unquoted name may mean the one in small letters, as in SQL. */
function renamesOf({ schema, name, part, was }: WasComment, after: Paths): readonly NamedRename[] {
  const path = part === null ? [name] : [name, part];
  const schemas = schema === null ? ['public', ...after.schemas] : [schema];
  const is = schemas.map((each) => [each, ...path]).find((each) => after.has(keyOf(each)));
  if (is === undefined) return [];
  return [was, was.map((each) => each.toLowerCase())].map((said) => ({
    was: said.length < is.length ? [...is.slice(0, -said.length), ...said] : said,
    is,
  }));
}

function oneEach(renames: readonly NamedRename[]): readonly NamedRename[] {
  const taken = new Set<string>();
  return renames.filter(({ is }) => !taken.has(keyOf(is)) && taken.add(keyOf(is)));
}

interface Paths {
  readonly schemas: ReadonlySet<string>;
  has(key: string): boolean;
}

/** The paths of everything that can be renamed. */
function pathsOf({ objects }: Catalog): Paths {
  const paths = new Set<string>();
  const schemas = new Set<string>();
  const add = (path: Path): void => {
    paths.add(keyOf(path));
    if (path[0] !== undefined) schemas.add(path[0]);
  };
  for (const object of objects.values()) {
    const { renaming, innerNames } = kinds.get(object.kind) ?? {};
    if (renaming !== undefined) add(renaming.path(object));
    for (const name of innerNames?.names(object) ?? []) add([...(innerNames?.path(object) ?? []), name]);
  }
  return { schemas, has: (key) => paths.has(key) };
}

function keyOf(path: Path): string {
  return JSON.stringify(path);
}
