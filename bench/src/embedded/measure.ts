import type { Samples } from '../answer.ts';
import type { Database, Source } from './contender.ts';
import { contenders } from './contenders.ts';
import { memoryOf, ownMemory } from './memory.ts';
import type { Measurement, Order } from './order.ts';

/** Called with what has to be closed, as soon as it is open. */
type Opened = (source: Source) => void;

type Measure = (order: Order, opened: Opened) => Promise<Samples>;

const crowdSize = 20;

export const measurements: Readonly<Record<Measurement, Measure>> = {
  /** From before the import of the library to the answer of a new database's first query. */
  async start({ contender: id, setting }, opened) {
    const contender = contenders[id];
    if (!setting.warm) contender.beforeColdStart?.(setting);
    const begin = performance.now();
    const open = await contender.load(setting);
    const imported = performance.now();
    const source = await open(setting);
    const database = await source.create();
    const end = performance.now();
    opened(source);
    await database.drop();
    return { total: [end - begin], library: [end - imported] };
  },

  /** One database after the other, in a process that has opened all it needs and has made one before. */
  async repeat(order, opened) {
    const source = await openSource(order, opened);
    const create: number[] = [];
    const drop: number[] = [];
    for (const since = performance.now(); create.length < 20 && performance.now() - since < 4000; ) {
      const begin = performance.now();
      const database = await source.create();
      const created = performance.now();
      await database.drop();
      create.push(created - begin);
      drop.push(performance.now() - created);
    }
    return { create, drop };
  },

  /** Until the last of twenty that were asked for at once has answered. */
  async crowd(order, opened) {
    const source = await openSource(order, opened);
    const begin = performance.now();
    const databases = await createMany(source, crowdSize);
    const all = performance.now() - begin;
    await Promise.all(databases.map((database) => database.drop()));
    return { all: [all] };
  },

  /** Bytes of all servers, and by how much this process has grown since it began. */
  async memory({ contender: id, setting }, opened) {
    const before = ownMemory();
    const open = await contenders[id].load(setting);
    const source = await open(setting);
    opened(source);
    const databases = [await source.create()];
    const one = memoryOf(setting.folder) - before;
    databases.push(...(await createMany(source, crowdSize - 1)));
    const twenty = memoryOf(setting.folder) - before;
    for (const database of databases) await database.drop();
    return { one: [one], twenty: [twenty] };
  },
};

async function openSource({ contender, setting }: Order, opened: Opened): Promise<Source> {
  const open = await contenders[contender].load(setting);
  const source = await open(setting);
  opened(source);
  const first = await source.create();
  await first.drop();
  return source;
}

function createMany(source: Source, count: number): Promise<Database[]> {
  return Promise.all(Array.from({ length: count }, () => source.create()));
}
