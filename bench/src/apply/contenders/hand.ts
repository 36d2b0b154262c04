import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stopwatch } from '../../stopwatch.ts';
import type { Contender } from '../contender.ts';

/**
 * The limit: each file is sent as it is, in a transaction of its own, and nothing is remembered of it but that there are
 * tables. Either each commit waits for the disk, or the last one does for all.
 */
export function byHand(durable: 'on' | 'off'): Contender {
  return {
    format: 'drizzle',
    async apply(url, migrations) {
      const watch = new Stopwatch();
      const { Client } = await import('pg');
      watch.lap();
      const client = new Client({ connectionString: url });
      await client.connect();
      const files = readdirSync(migrations)
        .filter((name) => name.endsWith('.sql'))
        .map((name) => readFileSync(join(migrations, name), 'utf8'));
      const { rowCount } = await client.query("SELECT FROM pg_class WHERE relname = 'table_0'");
      if (rowCount === 0) {
        await client.query(`SET synchronous_commit = ${durable}`);
        for (const [index, text] of files.entries()) {
          if (index === files.length - 1) await client.query('SET synchronous_commit = on');
          await client.query(`BEGIN;${text};COMMIT`);
        }
      }
      await client.end();
      return { work: [watch.lap()], total: [watch.total()] };
    },
  };
}
