import { Stopwatch } from '../../stopwatch.ts';
import type { Contender } from '../contender.ts';

/** All in one transaction. */
export const drizzle: Contender = {
  format: 'drizzle',
  async apply(url, migrationsFolder) {
    const watch = new Stopwatch();
    const [{ drizzle: open }, { migrate }, { Pool }] = await Promise.all([
      import('drizzle-orm/node-postgres'),
      import('drizzle-orm/node-postgres/migrator'),
      import('pg'),
    ]);
    watch.lap();
    const pool = new Pool({ connectionString: url });
    await migrate(open(pool), { migrationsFolder });
    await pool.end();
    return { work: [watch.lap()], total: [watch.total()] };
  },
};
