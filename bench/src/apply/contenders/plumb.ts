import { plumbCommand } from '../../plumb-command.ts';
import { Stopwatch } from '../../stopwatch.ts';
import type { Contender } from '../contender.ts';

/** As an application does at its start. */
export const plumb: Contender = {
  format: 'plumb',
  async apply(url, migrations) {
    const watch = new Stopwatch();
    const [{ migrate }, { Pool }] = await Promise.all([import('@pgplumb/migrate'), import('pg')]);
    watch.lap();
    const pool = new Pool({ connectionString: url });
    await migrate({ client: pool, migrations });
    await pool.end();
    return { work: [watch.lap()], total: [watch.total()] };
  },
};

export const plumbUp: Contender = {
  format: 'plumb',
  async apply(url, migrations) {
    const watch = new Stopwatch();
    await plumbCommand(['up', '--url', url, '--migrations', migrations]);
    watch.lap();
    return { total: [watch.total()] };
  },
};
