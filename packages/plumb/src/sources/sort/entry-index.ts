import type { Entry } from './entry.ts';

/** Finds the statements that wait by the names that they make or touch; always in the order of the scripts. */
export class EntryIndex {
  readonly #places = new Map<Entry, number>();
  readonly #makers = new Map<string, Entry[]>();
  readonly #touching = new Map<string, Entry[]>();
  readonly #unnamed: Entry[] = [];
  /** For each script, what concerns all that follows in it. */
  readonly #defaults = new Map<number, Entry[]>();

  constructor(entries: readonly Entry[]) {
    for (const [place, entry] of entries.entries()) {
      this.#places.set(entry, place);
      for (const name of entry.makes) listed(this.#makers, name).push(entry);
      for (const name of entry.touches) listed(this.#touching, name).push(entry);
      if (entry.makesUnnamed) this.#unnamed.push(entry);
      if (setsDefaults(entry)) listed(this.#defaults, entry.script).push(entry);
    }
  }

  makersOf(names: Iterable<string>): readonly Entry[] {
    return this.#inOrder([...names].flatMap((name) => this.#makers.get(name) ?? []));
  }

  touching(names: Iterable<string>): readonly Entry[] {
    return this.#inOrder([...names].flatMap((name) => this.#touching.get(name) ?? []));
  }

  unnamedMakers(): readonly Entry[] {
    return this.#inOrder(this.#unnamed);
  }

  /** What its own script does to the same objects before it, or to all that follow. */
  belongingBefore(entry: Entry): readonly Entry[] {
    const place = this.#place(entry);
    const own = this.touching(entry.makes).filter(({ script }) => script === entry.script);
    return this.#inOrder([...own, ...(this.#defaults.get(entry.script) ?? [])]).filter(
      (other) => this.#place(other) < place,
    );
  }

  #inOrder(entries: readonly Entry[]): readonly Entry[] {
    const waiting = new Set(entries.filter(({ state }) => state === 'waiting'));
    return [...waiting].sort((one, other) => this.#place(one) - this.#place(other));
  }

  /** What was split off another statement comes last. */
  #place(entry: Entry): number {
    return this.#places.get(entry) ?? Number.POSITIVE_INFINITY;
  }
}

function listed<Key>(lists: Map<Key, Entry[]>, key: Key): Entry[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** ALTER DEFAULT PRIVILEGES, CREATE SCHEMA and CREATE EXTENSION concern all that follows in a script. */
function setsDefaults({ tree }: Entry): boolean {
  return (
    tree !== null &&
    ('AlterDefaultPrivilegesStmt' in tree || 'CreateSchemaStmt' in tree || 'CreateExtensionStmt' in tree)
  );
}
