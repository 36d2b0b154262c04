import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plumbHere } from '../../../test/plumb-here.ts';
import { runPlumb } from '../../../test/run-plumb.ts';
import { schemaFolder } from '../../../test/schema-folder.ts';

test('a new migration has its sections to be filled in, and its path is printed', async () => {
  const cwd = schemaFolder({ 'package.json': '{}' });
  const { code, stdout, stderr } = await runPlumb(['new', 'Jobs get a priority'], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^db\/migrations\/\d{14}_jobs_get_a_priority\.sql\n$/);
  expect(readFileSync(join(cwd, stdout.trim()), 'utf8')).toBe(
    '-- Jobs get a priority\n\n-- plumb:up\n\n-- plumb:down\n',
  );
});

test('it sorts behind those that exist, and a name without letters is none', async () => {
  const cwd = schemaFolder({ 'm/20991231235959_z.sql': 'select 1;' });
  const { stdout } = await plumbHere(['new', 'a', '--migrations', 'm', '--json'], { cwd });
  expect(JSON.parse(stdout)).toMatchObject({
    ok: true,
    data: { version: '21000101000000_a', files: ['m/21000101000000_a.sql'] },
  });
  expect(await plumbHere(['new', '!!', '--migrations', 'm'], { cwd })).toMatchObject({ code: 2, stdout: '' });
});
