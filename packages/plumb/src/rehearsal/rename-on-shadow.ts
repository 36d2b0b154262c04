import type { Catalog } from '../catalog/catalog-object.ts';
import { qualified } from '../catalog/identifier.ts';
import type { Statement } from '../catalog/statement.ts';
import { onePerName, orderRenames, renamedPath } from '../plan/rename-order.ts';
import { type RenameChoice, renamableAt, renameChoices, samePath } from '../plan/renames.ts';
import { inTheWayOf, type NamedRename, resolveNamed } from './named-renames.ts';
import { openRenaming, type RenamingSession } from './renaming-session.ts';
import type { Scratch } from './shadow-of.ts';

export type { NamedRename } from './named-renames.ts';

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
  /** Which names of what holds values became which, one after the other. */
  readonly renames: readonly Pick<RenameChoice, 'was' | 'is'>[];
  /** What was not answered. */
  readonly open: readonly RenameChoice[];
  /** What was named and can't be renamed so. */
  readonly refused: readonly RefusedRename[];
}

export interface RefusedRename extends NamedRename {
  readonly why: string;
}

/**
 * Applies renames on a shadow, outer things first, and reads what they lead to: what a rename changes in views,
 * constraints and functions is for PostgreSQL to know.
 */
export async function renameOnShadow(request: RenameRequest): Promise<Renamed> {
  const renaming = new Renaming(request);
  try {
    return await renaming.run();
  } finally {
    await renaming.close();
  }
}

class Renaming {
  readonly #request: RenameRequest;
  readonly #done: RenameChoice[] = [];
  readonly #up: Statement[] = [];
  readonly #down: Statement[] = [];
  readonly #open: RenameChoice[] = [];
  readonly #refused: RefusedRename[] = [];
  readonly #settled = new Set<string>();
  /** Named renames that were done, to be looked at in the end. */
  readonly #given: { readonly named: NamedRename; readonly choice: RenameChoice }[] = [];
  #waiting: readonly NamedRename[];
  #catalog: Catalog;
  #session: RenamingSession | null = null;

  constructor(request: RenameRequest) {
    this.#request = request;
    this.#catalog = request.from;
    this.#waiting = request.named.toSorted((one, other) => one.was.length - other.was.length);
  }

  async run(): Promise<Renamed> {
    while ((await this.#takeNamed()) || (await this.#takeChosen()));
    this.#refuseWhatIsLeft();
    return {
      catalog: this.#catalog,
      up: this.#up,
      down: this.#down,
      renames: this.#done.filter(({ what }) => !holdsNothing.has(what)),
      open: this.#open,
      refused: this.#refused,
    };
  }

  async close(): Promise<void> {
    await this.#session?.close();
  }

  /** Does what was named and is there by now. */
  async #takeNamed(): Promise<boolean> {
    const found = resolveNamed(this.#waiting, { before: this.#request.from, now: this.#catalog, done: this.#done });
    if (found.ready.length === 0) return false;
    this.#waiting = found.later;
    this.#given.push(...found.ready);
    const refused = await this.#apply(found.ready.map(({ choice }) => choice));
    for (const { choice, why } of refused) {
      const given = found.ready.find((each) => each.choice.was === choice.was || each.choice.is === choice.is);
      if (given !== undefined && !this.#isRefused(given.named)) this.#refused.push({ ...given.named, why });
    }
    return true;
  }

  /** Asks of what could have been renamed. */
  async #takeChosen(): Promise<boolean> {
    const choices = renameChoices(this.#catalog, this.#request.to, (choice) => this.#settled.has(keyOf(choice)));
    if (choices.length === 0) return false;
    for (const choice of choices) this.#settled.add(keyOf(choice));
    const uncertain = choices.filter(({ certain }) => !certain);
    const answer = uncertain.length === 0 ? [] : await this.#request.choose(uncertain);
    if (answer === null) this.#open.push(...uncertain);
    await this.#apply([...onePerName(choices.filter(({ certain }) => certain)), ...(answer ?? [])]);
    return true;
  }

  /** All at once; gives back what PostgreSQL refuses. */
  async #apply(
    choices: readonly RenameChoice[],
  ): Promise<readonly { readonly choice: RenameChoice; readonly why: string }[]> {
    if (choices.length === 0) return [];
    this.#session ??= await openRenaming(this.#request.shadow);
    const refused: { readonly choice: RenameChoice; readonly why: string }[] = [];
    for (const choice of orderRenames([...inTheWayOf(choices, this.#catalog), ...choices])) {
      const did = await this.#session.rename(choice, this.#catalog);
      if ('why' in did) {
        refused.push({ choice, why: did.why });
        continue;
      }
      this.#done.push(choice);
      this.#up.push(...did.up);
      this.#down.unshift(...did.down);
    }
    this.#catalog = await this.#session.read();
    return refused;
  }

  #refuseWhatIsLeft(): void {
    for (const named of this.#waiting) {
      this.#refused.push({ ...named, why: 'There is nothing of that name in the schema before.' });
    }
    for (const { named, choice } of this.#given) {
      if (this.#isRefused(named)) continue;
      const at = this.#done.findIndex(({ what, is }) => what === choice.what && samePath(is, choice.is));
      const is = renamedPath(choice.is, null, this.#done.slice(at + 1));
      const containers = [is, choice.is, named.was].map((path) => path.slice(0, -1));
      if (is.length > 2 && !containers.some((container) => samePath(container, named.is.slice(0, -1)))) {
        this.#refused.push({ ...named, why: `It can't leave ${qualified(...is.slice(0, -1))}.` });
      } else if (renamableAt(this.#request.to, is)?.what !== choice.what) {
        this.#refused.push({ ...named, why: `There is no ${choice.what} of the new name in the schema after.` });
      }
    }
  }

  #isRefused({ was }: NamedRename): boolean {
    return this.#refused.some((refused) => refused.was === was);
  }
}

/** Kinds whose names may be those of columns. */
const holdsNothing: ReadonlySet<string> = new Set(['constraint', 'index', 'policy', 'rule', 'statistics', 'trigger']);

function keyOf({ what, was, is }: RenameChoice): string {
  return JSON.stringify([what, was, is]);
}
