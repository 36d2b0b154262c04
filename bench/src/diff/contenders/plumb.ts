import { urlOf } from '../../server-databases.ts';
import { Stopwatch } from '../../stopwatch.ts';
import type { Contender } from '../contender.ts';

/** The library as an application calls it. The proof is made both ways, with rows in the tables that the plan touches. */
export const plumb: Contender = async ({ server, before, after, home }) => {
  const watch = new Stopwatch();
  const { diff } = await import('pgplumb');
  const load = watch.lap();
  const { ok, equal, timings } = await diff({
    from: urlOf(server, before),
    to: urlOf(server, after),
    renames: [],
    allowDataLoss: true,
    env: { ...process.env, PLUMB_HOME: home },
  });
  watch.lap();
  if (!ok || equal) throw new Error('pgplumb has no migration that is proven');
  const { read, plan, prove } = timings;
  const total = watch.total();
  return { load: [load], read: [read], plan: [plan], prove: [prove], unproven: [total - prove], total: [total] };
};

/** Where no shadow of the database before was ever made: it has another comment each time. */
export const plumbFirst: Contender = async (task) => {
  const { Client } = await import('pg');
  for (const database of [task.before, task.after]) {
    const client = new Client({ connectionString: urlOf(task.server, database) });
    await client.connect();
    await client.query(`COMMENT ON SCHEMA public IS 'Seen by ${process.pid}'`);
    await client.end();
  }
  const { prove = [], total = [] } = await plumb(task);
  return { prove, total };
};
