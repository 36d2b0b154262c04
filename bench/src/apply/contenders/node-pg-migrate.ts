import { Stopwatch } from '../../stopwatch.ts';
import type { Contender } from '../contender.ts';

/** As its command line calls it: all in one transaction. */
export const nodePgMigrate: Contender = {
  format: 'node-pg-migrate',
  async apply(databaseUrl, dir) {
    const watch = new Stopwatch();
    const { runner } = await import('node-pg-migrate');
    watch.lap();
    await runner({
      databaseUrl,
      dir,
      direction: 'up',
      migrationsTable: 'pgmigrations',
      singleTransaction: true,
      log() {},
    });
    return { work: [watch.lap()], total: [watch.total()] };
  },
};
