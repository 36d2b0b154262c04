import { nameBeside } from '../catalog/object-name.ts';
import { type Path, type RenameChoice, samePath, startsWith } from './renames.ts';

/** A name goes to one thing, and one thing gets one name. */
export function onePerName(choices: readonly RenameChoice[]): readonly RenameChoice[] {
  const taken = new Set<string>();
  return choices.filter(({ what, was, is }) => {
    const names = [JSON.stringify([what, 'was', was]), JSON.stringify([what, 'is', is])];
    if (names.some((name) => taken.has(name))) return false;
    for (const name of names) taken.add(name);
    return true;
  });
}

/** Renames that happen at once, in an order that works: names that trade places go through a third one. */
export function orderRenames(choices: readonly RenameChoice[]): readonly RenameChoice[] {
  const ordered: RenameChoice[] = [];
  let waiting = [...choices];
  while (waiting.length > 0) {
    const free = waiting.filter(({ is }) => !waiting.some((other) => samePath(other.was, is)));
    if (free.length > 0) {
      ordered.push(...free);
      waiting = waiting.filter((choice) => !free.includes(choice));
      continue;
    }
    const [first, ...rest] = waiting;
    if (first === undefined) break;
    const aside = besides(first.was, '_plumb_swap');
    ordered.push(first.between(first.was, aside));
    waiting = [...rest, first.between(aside, first.is)];
  }
  return ordered;
}

/** A path as it is called after renames that were done; `what` tells apart what has the same path. */
export function renamedPath(path: Path, what: string | null, done: readonly RenameChoice[]): Path {
  return done.reduce<Path>((now, choice) => {
    const { was, is } = choice;
    if (was.length === now.length ? choice.what !== what : !holdsOthers.has(choice.what)) return now;
    return startsWith(now, was) ? [...is, ...now.slice(was.length)] : now;
  }, path);
}

const holdsOthers: ReadonlySet<string> = new Set(['schema', 'table', 'foreign-table', 'enum', 'composite', 'domain']);

export function besides(path: Path, ending: string): Path {
  return [...path.slice(0, -1), nameBeside(path.at(-1) ?? '', ending)];
}
