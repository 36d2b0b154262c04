import { setTimeout as sleep } from 'node:timers/promises';
import { withFileLock } from '../../src/postgres/embedded/file-lock.ts';

const [, , folder = ''] = process.argv;
await withFileLock(folder, 'count', async () => {
  process.stdout.write('holding it\n');
  await sleep(600_000);
});
