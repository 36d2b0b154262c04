import type { Catalog } from '../../../catalog/catalog-object.ts';
import { kinds } from '../../../catalog/kinds.generated.ts';
import type { NamedRename } from '../../../rehearsal/rename-on-shadow.ts';
import type { WasComment } from './was-comments.ts';

/** The renames that comments in a schema ask for and that have not happened yet: the old name is there, the new isn't. */
export function renamesOfComments(comments: readonly WasComment[], from: Catalog, to: Catalog): readonly NamedRename[] {
  const [before, after] = [pathsOf(from), pathsOf(to)];
  const outer = comments.filter(({ part }) => part === null).flatMap((comment) => renameOf(comment, after));
  const inner = comments.filter(({ part }) => part !== null).flatMap((comment) => renameOf(comment, after));
  const known = (path: readonly string[]): boolean => before.has(JSON.stringify(path));
  const open = outer.filter(({ was, is }) => known(was) && !known(is));
  const asBefore = (path: readonly string[]): readonly string[] => {
    const [schema = '', name = '', ...rest] = path;
    const renamed = open.find(({ is }) => is[0] === schema && is[1] === name);
    return renamed === undefined ? path : [...renamed.was, ...rest];
  };
  return [...open, ...inner.filter(({ was, is }) => known(asBefore(was)) && !known(asBefore(is)))];
}

function renameOf({ schema, name, part, was }: WasComment, after: ReadonlySet<string>): readonly NamedRename[] {
  const path = part === null ? [name] : [name, part];
  const schemas = schema === null ? ['public', ...schemasIn(after)] : [schema];
  const found = schemas.map((each) => [each, ...path]).find((each) => after.has(JSON.stringify(each)));
  if (found === undefined) return [];
  return [{ was: was.length < found.length ? [...found.slice(0, -was.length), ...was] : was, is: found }];
}

function schemasIn(paths: ReadonlySet<string>): readonly string[] {
  return [...new Set([...paths].map((path) => String(JSON.parse(path)[0])))];
}

/** The paths of everything that can be renamed. */
function pathsOf({ objects }: Catalog): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const object of objects.values()) {
    const { renaming, innerNames } = kinds.get(object.kind) ?? {};
    if (renaming !== undefined) paths.add(JSON.stringify(renaming.path(object)));
    for (const name of innerNames?.names(object) ?? []) {
      paths.add(JSON.stringify([...(innerNames?.path(object) ?? []), name]));
    }
  }
  return paths;
}
