import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startProgram } from '../../../test/child-program.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { withFileLock } from './file-lock.ts';

test('only one of many processes is at work under a lock', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'number');
  writeFileSync(file, '0');
  const programs = Array.from({ length: 6 }, () => startProgram('count', [join(folder, 'locks'), file, '40']));
  for (const { ended } of programs) expect(await ended).toEqual({ status: 0, output: '' });
  expect(readFileSync(file, 'utf8')).toBe('240');
  expect(readdirSync(join(folder, 'locks'))).toHaveLength(1);
});

test('only one of many tasks in a process is at work under a lock', async () => {
  const folder = temporaryFolder();
  let atWork = 0;
  const most: number[] = [];
  const task = (): Promise<void> =>
    withFileLock(folder, 'task', async () => {
      most.push(++atWork);
      await new Promise((resolve) => setTimeout(resolve, 2));
      atWork--;
    });
  await Promise.all(Array.from({ length: 20 }, task));
  expect(most).toEqual(Array.from({ length: 20 }, () => 1));
});

test('the lock of a killed process is free', async () => {
  const folder = temporaryFolder();
  const holder = startProgram('hold-lock', [folder]);
  await holder.said('holding');
  const waiting: number[] = [];
  const taken = withFileLock(folder, 'count', async () => 'taken', { onWait: (pid) => waiting.push(pid) });
  await expect.poll(() => waiting).toEqual([holder.process.pid]);
  holder.process.kill('SIGKILL');
  expect(await taken).toBe('taken');
});

test('work that fails frees the lock', async () => {
  const folder = temporaryFolder();
  const failing = withFileLock(folder, 'count', () => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  expect(await withFileLock(folder, 'count', async () => 'free')).toBe('free');
});

test('waiting for a lock can be given up', async () => {
  const folder = temporaryFolder();
  const stop = new AbortController();
  await withFileLock(folder, 'count', async () => {
    const second = withFileLock(folder, 'count', async () => 'never', {
      signal: stop.signal,
      onWait: () => stop.abort(new Error('given up')),
    });
    await expect(second).rejects.toThrow();
  });
});

test('a half-written lock file of a process that is gone does not block for ever', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'count.7'), '{"pid":');
  expect(await withFileLock(folder, 'count', async () => readdirSync(folder))).toEqual(['count.8']);
});
