import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { withFileLock } from '../../src/postgres/embedded/file-lock.ts';

// Adds one to a file's number many times, by reading and writing it with a pause in between.
const [, , folder = '', file = '', times = '0'] = process.argv;
for (let time = 0; time < Number(times); time++) {
  await withFileLock(folder, 'count', async () => {
    const count = Number(readFileSync(file, 'utf8'));
    await sleep(Math.random() * 3);
    writeFileSync(file, String(count + 1));
  });
}
