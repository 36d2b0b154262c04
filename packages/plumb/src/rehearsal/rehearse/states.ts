import type { Unit } from '@pgplumb/migrate/files';
import type { Catalog } from '../../catalog/catalog-object.ts';
import { readCatalog } from '../../catalog/read-catalog.ts';
import { RowVersions } from '../../catalog/versions/row-versions.ts';
import { isSameButForNumbers } from '../../catalog/versions/same-but-for-numbers.ts';
import { differencesBetween } from './differences.ts';
import type { Stage } from './stage.ts';

/** What a database was like at one moment. */
export interface State {
  /** Its catalogue, which may take another database to find out by now. */
  catalog(): Promise<Catalog>;
  /** Null where it was never read. */
  readonly known: Catalog | null;
}

/**
 * The states that migrations lead through. To read a catalogue takes as long as there is much in it, so two states are first
 * compared by the rows of which catalogues are made; where these don't show that nothing is different, they are read.
 */
export interface States extends AsyncDisposable {
  readonly first: State;
  /** The state that there is now, after so many migrations. `read`: whether somebody will look into its catalogue. */
  reached(count: number, read: boolean): Promise<State>;
  /** What isn't now as it was, one sentence each. */
  differencesSince(was: State): Promise<readonly string[]>;
}

export interface StatesOptions {
  /** Opens another database in the first state. */
  readonly again: () => Promise<Stage>;
  /** What leads from each state to the next. */
  readonly ups: readonly (readonly Unit[])[];
  /** The first, where somebody has read it. */
  readonly before?: Catalog | undefined;
}

export async function openStates(stage: Stage, { again, ups, before }: StatesOptions): Promise<States> {
  const versions = await RowVersions.open(() => stage.connect());
  const looks = new WeakMap<State, number>();
  let other: Stage | null = null;
  let led = 0;

  /** Goes the same way on another database. */
  async function replay(count: number): Promise<Catalog> {
    other ??= await again();
    for (; led < count; led++) {
      await other.runUnits(ups[led] ?? []);
      await other.renew();
    }
    return readCatalog(other.client);
  }

  async function stateNow(count: number, catalog: Catalog | null): Promise<State> {
    const look = await versions.look();
    let known = catalog;
    const state: State = {
      async catalog() {
        known ??= await replay(count);
        return known;
      },
      get known() {
        return known;
      },
    };
    looks.set(state, look);
    return state;
  }

  return {
    first: await stateNow(0, before ?? (await readCatalog(stage.client))),
    reached: async (count, read) => stateNow(count, read ? await readCatalog(stage.client) : null),
    async differencesSince(was) {
      const changes = versions.between(looks.get(was) ?? 0, await versions.look());
      if (isSameButForNumbers(changes)) return [];
      return differencesBetween(await was.catalog(), await readCatalog(stage.client));
    },
    async [Symbol.asyncDispose]() {
      await versions.close();
      await other?.[Symbol.asyncDispose]();
    },
  };
}
