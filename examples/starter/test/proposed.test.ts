import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

interface Answer {
  readonly ok: boolean;
  readonly findings: readonly { readonly id: string; readonly location: { readonly file: string } | null }[];
}

function check(files: readonly string[]): Promise<Answer> {
  const plumb = join(dirname(createRequire(import.meta.url).resolve('pgplumb/package.json')), 'bin', 'plumb.js');
  const args = [plumb, 'check', ...files, '--base', 'migrations:db/migrations', '--json'];
  const cwd = fileURLToPath(new URL('..', import.meta.url));
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd }, (_error, stdout) => resolve(JSON.parse(stdout)));
  });
}

test('what is proposed has two dangerous statements and a query that pages by OFFSET, and plumb finds them', async () => {
  const [migration, query] = ['db/proposed/20260201000000_attempts.sql', 'db/proposed/newest-posts.ts'];
  const { ok, findings } = await check([migration, query]);
  expect(ok).toBe(false);
  const found = findings.map(({ id, location }) => `${id} ${location?.file}`);
  expect(found).toEqual(
    expect.arrayContaining([
      `alter-type-rewrite ${migration}`,
      `create-index-blocking ${migration}`,
      `offset-pagination ${query}`,
    ]),
  );
});
