import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runPlumb, startPlumb } from '../../test/run-plumb.ts';
import { openShadowServer } from '../postgres/embedded/embedded-server.ts';

test('a large answer arrives whole through a pipe', async () => {
  const { code, stdout } = await runPlumb([
    'sql',
    '--shadow',
    '--json',
    "select n, repeat('x', 100) from generate_series(1, 50000) n",
  ]);
  expect(code).toBe(0);
  const { data } = JSON.parse(stdout);
  expect(data.results[0].rows).toHaveLength(50_000);
  expect(data.results[0].rows.at(-1).n).toBe(50_000);
});

test('a reader that has seen enough ends the command quietly', async () => {
  const { child, ended } = startPlumb(['sql', '--shadow', '--format', 'csv', 'select generate_series(1, 100000000)']);
  await once(child.stdout, 'data');
  child.stdout.destroy();
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
});

const sleeping = [
  'sql',
  '--shadow',
  "create table t (); do $$ begin raise notice 'asleep in %', current_database(); perform pg_sleep(600); end $$",
];

test('Ctrl-C cancels what runs, says how far it came and ends with 130', async () => {
  const { child, ended } = startPlumb(sleeping);
  await said(child.stderr, 'asleep');
  child.kill('SIGINT');
  const { code, stderr, stdout } = await ended;
  const [, database] =
    /^NOTICE: asleep in (\S+)\nerror: Interrupted at <argument>:1\. 1 of 2 statements is done\.\n$/.exec(stderr) ?? [];
  expect({ code, stdout, database }).toEqual({
    code: 130,
    stdout: '',
    database: expect.stringContaining('plumb_shadow'),
  });
  await using server = await openShadowServer();
  const client = await server.connect();
  const left = await client.query('select from pg_database where datname = $1', [database]);
  await client.end();
  expect(left.rowCount).toBe(0);
});

test('SIGTERM ends with 143, and the envelope says that it was interrupted', async () => {
  const { child, ended } = startPlumb([...sleeping, '--json']);
  await said(child.stderr, 'asleep');
  child.kill('SIGTERM');
  const { code, stdout } = await ended;
  expect(code).toBe(143);
  expect(JSON.parse(stdout)).toMatchObject({ command: 'sql', ok: false, error: { code: 'INTERRUPTED' } });
});

if (existsSync('/dev/full')) {
  test('output that finds no space is an error', async () => {
    const { execPath } = process;
    const main = new URL('main.ts', import.meta.url).pathname;
    const full = openSync('/dev/full', 'w');
    const child = spawn(execPath, ['--import', import.meta.resolve('jiti/register'), main, '--help'], {
      stdio: ['ignore', full, 'pipe'],
    });
    let stderr = '';
    child.stderr?.on('data', (chunk) => {
      stderr += String(chunk);
    });
    const [code] = await once(child, 'close');
    expect(code).toBe(2);
    expect(stderr).toContain('error: The output could not be written: ENOSPC');
  });
}

async function said(stream: NodeJS.ReadableStream, text: string): Promise<void> {
  let heard = '';
  await new Promise<void>((resolve) => {
    stream.on('data', (chunk) => {
      heard += String(chunk);
      if (heard.includes(text)) resolve();
    });
  });
}
