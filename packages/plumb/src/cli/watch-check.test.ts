import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plumbHere } from '../../test/plumb-here.ts';
import { startPlumb } from '../../test/run-plumb.ts';
import { schemaFolder } from '../../test/schema-folder.ts';

test('a check is done again when a file changes, also after one that failed, until Ctrl-C', async () => {
  const cwd = schemaFolder({
    'package.json': '{}',
    'db/migrations/20260101000000_a.sql': 'create table a (id int primary key);',
  });
  const { child, ended } = startPlumb(['check', '--watch'], { cwd });
  let shown = '';
  const said = (text: string): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        // each answer ends with what is watched
        if (shown.includes(text) && shown.trimEnd().endsWith('Ctrl-C ends it.')) resolve();
      };
      child.stdout.on('data', look);
      look();
    });
  child.stdout.on('data', (chunk: string) => (shown += chunk));
  await said('20260101000000_a');
  expect(shown).toContain('Watching db/migrations.');

  shown = '';
  writeFileSync(join(cwd, 'db/migrations/20260102000000_b.sql'), 'create index a_id on a (id);');
  await said('create-index-blocking');

  shown = '';
  writeFileSync(join(cwd, 'db/migrations/20260102000000_c.sql'), `-- plumb:up nonsense\nselect 1;`);
  await said('error:');

  shown = '';
  writeFileSync(join(cwd, 'db/migrations/20260102000000_c.sql'), 'alter table a rename to c;');
  await said('rename-table');

  child.kill('SIGINT');
  expect(await ended).toMatchObject({ code: 130 });
}, 180_000);

test('there has to be something to watch, and a person who watches', async () => {
  const cwd = schemaFolder({ 'package.json': '{}' });
  const run = (...args: readonly string[]) => plumbHere(['check', '--watch', ...args], { cwd, env: process.env });
  expect(await run()).toMatchObject({ code: 2, stderr: expect.stringContaining('nothing to watch') });
  mkdirSync(join(cwd, 'db/migrations'), { recursive: true });
  expect(await run('--format', 'sarif')).toMatchObject({ code: 2, stderr: expect.stringContaining('shows text') });
});
