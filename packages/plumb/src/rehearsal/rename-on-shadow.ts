import type { Catalog } from '../catalog/catalog-object.ts';
import { readCatalog } from '../catalog/read-catalog.ts';
import type { Statement } from '../catalog/statement.ts';
import { namedRename, type RenameChoice, renameChoices } from '../plan/renames.ts';
import { shadowRunner } from '../sources/stand-ins/shadow-runner.ts';
import type { Scratch } from './shadow-of.ts';

/** A rename as it was named by a person: two paths, the new one possibly only a name. */
export interface NamedRename {
  readonly was: readonly string[];
  readonly is: readonly string[];
}

export interface RenameRequest {
  readonly from: Catalog;
  readonly to: Catalog;
  readonly named: readonly NamedRename[];
  /** Chooses out of what could have been renamed; null where nobody answers. */
  readonly choose: (choices: readonly RenameChoice[]) => Promise<readonly RenameChoice[] | null>;
  readonly shadow: () => Promise<Scratch>;
}

export interface Renamed {
  /** The state before, with its new names, as PostgreSQL tells it. */
  readonly catalog: Catalog;
  readonly up: readonly Statement[];
  readonly down: readonly Statement[];
  /** What was not answered. */
  readonly open: readonly RenameChoice[];
  /** What was named and isn't there. */
  readonly unknown: readonly NamedRename[];
}

/**
 * Applies renames on a shadow, outer things first, and reads what they lead to: what a rename changes in views,
 * constraints and functions is for PostgreSQL to know.
 */
export async function renameOnShadow(request: RenameRequest): Promise<Renamed> {
  const { to, named, choose } = request;
  const done: RenameChoice[] = [];
  const open: RenameChoice[] = [];
  const asked = new Set<string>();
  let waiting = [...named];
  let catalog = request.from;
  let session: Session | null = null;
  try {
    for (;;) {
      const given: RenameChoice[] = [];
      const later: NamedRename[] = [];
      for (const each of waiting) {
        const choice =
          namedRename(catalog, each.was, each.is) ?? namedRename(catalog, inRenamed(each.was, done), each.is);
        if (choice === null || given.some((other) => contains(other, choice))) later.push(each);
        else given.push(choice);
      }
      waiting = later;
      let accepted: readonly RenameChoice[] = given;
      if (accepted.length === 0) {
        const choices = renameChoices(catalog, to).filter((choice) => !asked.has(keyOf(choice)));
        const certain = onePerName(choices.filter((choice) => choice.certain));
        const uncertain = choices.filter((choice) => !choice.certain);
        for (const choice of choices) asked.add(keyOf(choice));
        const answer = uncertain.length === 0 ? [] : await choose(uncertain);
        if (answer === null) open.push(...uncertain);
        accepted = [...certain, ...(answer ?? [])];
        if (accepted.length === 0 && choices.length === 0) break;
        if (accepted.length === 0) continue;
      }
      session ??= await openSession(request.shadow);
      const applied = throughTemporary(accepted);
      for (const choice of applied) for (const { sql } of choice.statements) await session.run(sql);
      done.push(...applied);
      catalog = await session.read();
    }
  } finally {
    await session?.close();
  }
  return {
    catalog,
    up: done.flatMap(({ statements }) => statements),
    down: done.toReversed().flatMap(({ reverse }) => reverse),
    open,
    unknown: waiting,
  };
}

interface Session {
  run(sql: string): Promise<void>;
  read(): Promise<Catalog>;
  close(): Promise<void>;
}

async function openSession(shadow: () => Promise<Scratch>): Promise<Session> {
  const database = await shadow();
  const client = await database.connect();
  const runner = shadowRunner(client);
  return {
    run: (sql) => runner.run(sql),
    read: () => readCatalog(client),
    close: async () => {
      await client.end();
      await database.drop();
    },
  };
}

/** A name goes to one thing, and one thing gets one name. */
function onePerName(choices: readonly RenameChoice[]): readonly RenameChoice[] {
  const taken = new Set<string>();
  return choices.filter(({ what, was, is }) => {
    const names = [JSON.stringify([what, 'was', was]), JSON.stringify([what, 'is', is])];
    if (names.some((name) => taken.has(name))) return false;
    for (const name of names) taken.add(name);
    return true;
  });
}

/** Names that trade places go through a third one. */
function throughTemporary(choices: readonly RenameChoice[]): readonly RenameChoice[] {
  const olds = new Set(choices.map(({ was }) => JSON.stringify(was)));
  return choices.some(({ is }) => olds.has(JSON.stringify(is))) ? ordered(choices) : choices;
}

function ordered(choices: readonly RenameChoice[]): readonly RenameChoice[] {
  const result: RenameChoice[] = [];
  let waiting = [...choices];
  while (waiting.length > 0) {
    const free = waiting.filter(({ is }) => !waiting.some((other) => JSON.stringify(other.was) === JSON.stringify(is)));
    if (free.length > 0) {
      result.push(...free);
      waiting = waiting.filter((choice) => !free.includes(choice));
      continue;
    }
    const [first, ...rest] = waiting;
    if (first === undefined) break;
    const aside = [...first.was.slice(0, -1), `${first.was.at(-1) ?? ''}_plumb_swap`];
    result.push(first.between(first.was, aside));
    waiting = [...rest, first.between(aside, first.is)];
  }
  return result;
}

function contains(outer: RenameChoice, inner: RenameChoice): boolean {
  return inner.was.length > outer.was.length && outer.was.every((name, at) => inner.was[at] === name);
}

/** A path as it is called after the renames that were done. */
function inRenamed(path: readonly string[], done: readonly RenameChoice[]): readonly string[] {
  return done.reduce<readonly string[]>(
    (now, { was, is }) => (was.every((name, at) => now[at] === name) ? [...is, ...now.slice(was.length)] : now),
    path,
  );
}

function keyOf({ what, was, is }: RenameChoice): string {
  return JSON.stringify([what, was, is]);
}
