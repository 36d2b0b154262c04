import { expect, test } from 'vitest';
import { plumbHere } from '../../../test/plumb-here.ts';
import { schemaFolder } from '../../../test/schema-folder.ts';

const base = 'CREATE TABLE person (id bigint PRIMARY KEY, nick text, age int);';

async function told(change: string): Promise<readonly string[]> {
  const cwd = schemaFolder({ 'base.sql': base, 'change.sql': change });
  const { stdout } = await plumbHere(['check', 'change.sql', '--base', 'base.sql', '--json'], {
    cwd,
    env: process.env,
  });
  const { findings }: { findings: { id: string; message: string; location: { line: number } }[] } = JSON.parse(stdout);
  return findings.map(({ id, message, location }) => `${location.line} ${id}: ${message}`);
}

test('one comment silences several rules', async () => {
  const change = '-- plumb-ignore drop-column, set-not-null-scan: nobody is there at night\n';
  expect(await told(`${change}ALTER TABLE person DROP COLUMN nick, ALTER COLUMN age SET NOT NULL;`)).toEqual([]);
});

test('a comment counts above, in and behind a statement, also in a block and at BEGIN and COMMIT', async () => {
  const because = 'gone since May';
  const changes = [
    `ALTER TABLE person\n  DROP COLUMN nick; -- plumb-ignore drop-column: ${because}`,
    `ALTER TABLE person\n  -- plumb-ignore drop-column: ${because}\n  DROP COLUMN nick;`,
    `/* plumb-ignore drop-column: ${because} */\n\nALTER TABLE person DROP COLUMN nick;`,
    `DO $$ BEGIN\n  -- plumb-ignore drop-column, ddl-in-do-block-or-function: ${because}\n  ALTER TABLE person DROP COLUMN nick;\nEND $$;`,
    `ALTER TABLE person ADD COLUMN a int;\n-- plumb-ignore nested-transaction: ${because}\nCOMMIT;`,
    `-- plumb-ignore uncommitted-transaction: ${because}\nBEGIN;\nALTER TABLE person ADD COLUMN a int;`,
  ];
  for (const change of changes) expect([change, await told(change)]).toEqual([change, []]);
});

test('one for a rule that there is not says which was meant', async () => {
  expect(await told('-- plumb-ignore drop-tabel: old\nALTER TABLE person ADD COLUMN a int;')).toEqual([
    '1 unused-suppression: plumb-ignore drop-tabel stands where no rule is called so: perhaps drop-table is meant.',
  ]);
});
