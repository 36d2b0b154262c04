import { urlOf } from '../../server-databases.ts';
import { Stopwatch } from '../../stopwatch.ts';
import type { Contender } from '../contender.ts';

/**
 * What `drizzle-kit push` does: reads one database and compares it with a schema in TypeScript. It plans no way back and
 * proves nothing, and reading can't be told from planning.
 */
export const drizzle: Contender = async ({ server, before, ...content }) => {
  const { drizzleSchema } = await import('./drizzle-schema.ts');
  const schema = drizzleSchema(content);
  const watch = new Stopwatch();
  const [{ pushSchema }, { drizzle: open }, { Pool }] = await Promise.all([
    import('drizzle-kit/api'),
    import('drizzle-orm/node-postgres'),
    import('pg'),
  ]);
  const load = watch.lap();
  const pool = new Pool({ connectionString: urlOf(server, before) });
  const { statementsToExecute } = await pushSchema(schema, open(pool));
  await pool.end();
  watch.lap();
  if (statementsToExecute.length === 0) throw new Error('drizzle-kit found no change');
  return { load: [load], unproven: [watch.total()] };
};
