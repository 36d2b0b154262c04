import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { jobs, people } from '../../../test/migration-project.ts';
import { type Printed, plumbHere } from '../../../test/plumb-here.ts';
import { runPlumb } from '../../../test/run-plumb.ts';
import { schemaFolder } from '../../../test/schema-folder.ts';

test("without any setting, migrations are applied to the project's own database, which is made and started", async () => {
  const cwd = schemaFolder({
    'package.json': '{}',
    ...jobs,
    ...people,
    'db/seed/people.sql': 'INSERT INTO people VALUES (1)',
  });
  const plumb = (...args: string[]): Promise<Printed> => plumbHere(args, { cwd });
  onTestFinished(async () => {
    await plumb('db', 'stop');
  });
  const first = await runPlumb(['up'], { cwd });
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toContain("2 migrations applied to the project's own database in");
  expect(await plumb('status')).toMatchObject({ code: 0 });

  const [secret = ''] = /(?<=:)[^:@/]+(?=@)/.exec((await plumb('db', 'url')).stdout) ?? [];
  expect(secret).not.toBe('');
  const file = join(cwd, 'db/migrations/20260102000000_people.sql');
  writeFileSync(file, `${readFileSync(file, 'utf8')}-- more\n`);
  for (const command of ['up', 'redo', 'repair', 'baseline', 'seed', 'reset', 'down', 'status']) {
    const { stdout, stderr } = await plumb(command, '--verbose');
    expect(stdout + stderr).not.toContain(secret);
  }
  expect(await plumb('down', '--to', '0')).toMatchObject({ code: 0 });
});
