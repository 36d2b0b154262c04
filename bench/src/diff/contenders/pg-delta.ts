import { clone, urlOf } from '../../server-databases.ts';
import { Stopwatch } from '../../stopwatch.ts';
import type { Contender } from '../contender.ts';

/** As its README shows: two databases are read, planned from one to the other, and the plan is run on a clone of the first. */
export const pgDelta: Contender = async ({ server, before, after }) => {
  const watch = new Stopwatch();
  const [{ extract }, { plan }, { provePlan }, { Client, Pool }] = await Promise.all([
    import('@supabase/pg-delta/extract'),
    import('@supabase/pg-delta/plan'),
    import('@supabase/pg-delta/proof'),
    import('pg'),
  ]);
  const load = watch.lap();
  const [from, to] = [poolOf(Pool, server, before), poolOf(Pool, server, after)];
  const [source, desired] = await Promise.all([extract(from), extract(to)]);
  await Promise.all([from.end(), to.end()]);
  const read = watch.lap();
  const migration = plan(source.factBase, desired.factBase);
  const planned = watch.lap();
  const unproven = watch.total();

  const admin = new Client({ connectionString: server });
  await admin.connect();
  const name = `clone_${process.pid}`;
  await clone(admin, before, name);
  const pool = poolOf(Pool, server, name);
  const { ok } = await provePlan(migration, pool, desired.factBase);
  await pool.end();
  // ours is dropped by then, too
  await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await admin.end();
  const prove = watch.lap();
  if (migration.actions.length === 0 || !ok) throw new Error('pg-delta has no migration that is proven');
  return {
    load: [load],
    read: [read],
    plan: [planned],
    prove: [prove],
    unproven: [unproven],
    total: [watch.total()],
  };
};

function poolOf(Pool: typeof import('pg').Pool, server: string, database: string): import('pg').Pool {
  const pool = new Pool({ connectionString: urlOf(server, database) });
  // sessions that the pool has closed and the server hasn't yet are ended with the clone
  pool.on('error', () => {});
  return pool;
}
