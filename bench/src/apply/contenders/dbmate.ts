import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Stopwatch } from '../../stopwatch.ts';
import type { Contender } from '../contender.ts';

/** The program itself, without the Node that its npm package starts it from. It would write a dump, for which it runs pg_dump. */
export const dbmate: Contender = {
  format: 'dbmate',
  async apply(url, migrations) {
    const program = fileURLToPath(import.meta.resolve('@dbmate/linux-x64/bin/dbmate'));
    const watch = new Stopwatch();
    const args = ['--url', `${url}?sslmode=disable`, '--migrations-dir', migrations, '--no-dump-schema', 'up'];
    await promisify(execFile)(program, args);
    watch.lap();
    return { total: [watch.total()] };
  },
};
