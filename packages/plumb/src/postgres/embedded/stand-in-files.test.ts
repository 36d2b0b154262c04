import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder, temporaryHome } from '../../../test/temporary-folder.ts';
import { isStandIn } from '../stand-in.ts';
import { createShadow } from './create-shadow.ts';
import { openShadowServer } from './embedded-server.ts';
import { installStandIns, ownExtensionFolder, provideEmptyStandIn } from './stand-in-files.ts';

const names = readdirSync(fileURLToPath(new URL('../../../stand-ins/', import.meta.url))).map((file) =>
  file.slice(0, -4),
);

test('a copy of PostgreSQL gets the stand-ins, and gets them again when they have changed', async () => {
  const env = temporaryHome();
  await using server = await openShadowServer({ env });
  const client = await server.connect();
  onTestFinished(() => client.end());
  const { rows } = await client.query<{ share: string }>(
    "SELECT setting AS share FROM pg_config WHERE name = 'SHAREDIR'",
  );
  const folder = join(rows[0]?.share ?? '', 'extension');
  const control = join(folder, 'vector.control');
  expect(readFileSync(control, 'utf8')).toContain("default_version = 'stand-in'");
  rmSync(control);
  writeFileSync(join(folder, 'plumb-stand-ins.txt'), 'of another version\n');
  expect(ownExtensionFolder(dirname(folder))).toBe(folder);
  expect(existsSync(control)).toBe(true);
  await client.query('CREATE EXTENSION vector');
  // real extensions stay what they are
  await client.query('CREATE EXTENSION pg_trgm');
});

test('an empty stand-in is made only where there is no extension of that name, and only under a fit name', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'there.control'), '');
  expect(
    ['there', 'a--b', '../outside', 'a/b', '', 'Fine-1', 'Fine-1'].map((name) => provideEmptyStandIn(folder, name)),
  ).toEqual([false, false, false, false, false, true, false]);
  expect(readdirSync(folder).sort()).toEqual(['Fine-1--stand-in.sql', 'Fine-1.control', 'there.control']);
});

test('a folder that is not of our making is left alone', () => {
  const share = temporaryFolder();
  expect(ownExtensionFolder(share)).toBeNull();
  installStandIns(share, { guarded: false });
  expect(readdirSync(share)).toEqual([]);
});

for (const major of [14, 18]) {
  test(`every stand-in installs on ${major}, leaves, and installs again`, async () => {
    await using shadow = await createShadow({}, { major });
    const client = await shadow.connect();
    onTestFinished(() => client.end());
    const failures: string[] = [];
    for (const name of names) {
      try {
        await client.query(
          `BEGIN; CREATE EXTENSION "${name}" CASCADE; DROP EXTENSION "${name}"; CREATE EXTENSION "${name}"`,
        );
        const { rows } = await client.query<{ version: string }>(
          `SELECT extversion AS version FROM pg_extension WHERE extname = $1`,
          [name],
        );
        if (!isStandIn(rows[0]?.version ?? 'missing')) failures.push(`${name} is not told as a stand-in`);
      } catch (error) {
        failures.push(`${name}: ${error instanceof Error ? error.message : error}`);
      }
      await client.query('ROLLBACK');
    }
    expect(failures).toEqual([]);
  });
}
