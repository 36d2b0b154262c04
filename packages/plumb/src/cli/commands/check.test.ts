import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type HereOptions, type Printed, plumbHere } from '../../../test/plumb-here.ts';
import { schemaFolder } from '../../../test/schema-folder.ts';

const project = {
  'package.json': '{}',
  'db/migrations/20260101000000_orders.sql': 'create table orders (id int primary key, total text);',
  'db/migrations/20260102000000_index.sql': '\ncreate index orders_total on orders (total);',
};

function check(args: readonly string[], cwd: string, options: HereOptions = {}): Promise<Printed> {
  const env = { ...process.env, GITHUB_WORKSPACE: '', CI_PROJECT_DIR: '', GITHUB_BASE_REF: '' };
  return plumbHere(['check', ...args], { cwd, env, ...options });
}

function git(cwd: string, ...args: readonly string[]): void {
  const who = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.com'];
  execFileSync('git', [...who, ...args], { cwd, stdio: 'ignore' });
}

test('a finding is shown in its lines', async () => {
  const { stdout, code } = await check([], schemaFolder(project));
  expect(code).toBe(1);
  expect(stdout).toContain('> 2 | create index orders_total on orders (total);\n    | ^^^^^');
});

test('--format json and --json are the same', async () => {
  const cwd = schemaFolder(project);
  const [one, other] = [await check(['--json'], cwd), await check(['--format', 'json'], cwd)];
  expect(JSON.parse(one.stdout)).toMatchObject({
    command: 'check',
    ok: false,
    findings: [{ id: 'create-index-blocking' }],
  });
  expect(other).toEqual(one);
  const [asked, asked2] = [await check(['nope.sql', '--json'], cwd), await check(['nope.sql', '--format=json'], cwd)];
  expect(asked2).toEqual(asked);
});

test('what was not checked is not among the data', async () => {
  const cwd = schemaFolder({ ...project, 'q.sql': 'select id from orders where id = $1;' });
  const keys = async (...args: readonly string[]): Promise<readonly string[]> =>
    Object.keys(JSON.parse((await check([...args, '--json'], cwd)).stdout).data);
  expect(await keys()).toEqual(['checked', 'postgres', 'steps']);
  expect(await keys('--schema')).toEqual(['checked', 'postgres']);
  expect(await keys('--queries', 'q.sql')).toEqual(['checked', 'postgres']);
  expect(await keys('--last', '1', '--queries', 'q.sql')).toEqual(['checked', 'postgres', 'steps', 'queries']);
});

test('two ways to answer are refused', async () => {
  const { code, stdout } = await check(['--json', '--format', 'sarif'], schemaFolder(project));
  expect(code).toBe(2);
  expect(JSON.parse(stdout).error.code).toBe('USAGE');
});

test('paths are those in the repository where a pipeline runs in a folder of it', async () => {
  const root = schemaFolder(Object.fromEntries(Object.entries(project).map(([name, text]) => [`app/${name}`, text])));
  const cwd = join(root, 'app');
  const place = 'app/db/migrations/20260102000000_index.sql';
  const inActions = await check(['--format', 'github'], cwd, { env: { ...process.env, GITHUB_WORKSPACE: root } });
  expect(inActions.stdout).toContain(`::error file=${place},line=2,`);
  git(root, 'init');
  const [issue] = JSON.parse((await check(['--format', 'gitlab'], cwd)).stdout);
  expect(issue).toMatchObject({ check_name: 'create-index-blocking', location: { path: place, lines: { begin: 2 } } });
});

test('a finding keeps its fingerprint when its lines move', async () => {
  const cwd = schemaFolder(project);
  const hash = async (): Promise<unknown> =>
    JSON.parse((await check(['--format', 'sarif'], cwd)).stdout).runs[0].results[0].partialFingerprints;
  const before = await hash();
  const file = join(cwd, 'db/migrations/20260102000000_index.sql');
  writeFileSync(file, `-- moved\ncreate table more (id int primary key);\n\n${readFileSync(file, 'utf8')}`);
  expect(await hash()).toEqual(before);
});

test('one run answers in several formats, each in the file whose ending says it', async () => {
  const cwd = schemaFolder(project);
  const { stdout } = await check(
    ['--format', 'github', '--output', 'a.md', '--output', 'a.sarif', '--output', 'a.json'],
    cwd,
  );
  const read = (name: string): string => readFileSync(join(cwd, name), 'utf8');
  expect(stdout).toContain('::error file=');
  expect(read('a.md')).toContain('### ❌ plumb check: 1 error');
  expect(read('a.md')).toContain(
    '| 2 | `create index orders_total on orders (total)` | Share | scans orders | writes to orders |  |',
  );
  expect(JSON.parse(read('a.sarif')).version).toBe('2.1.0');
  expect(JSON.parse(read('a.json'))).toMatchObject({ ok: false, data: { postgres: expect.any(String) } });
});

test('what kept a check from running stands in the files, too', async () => {
  const cwd = schemaFolder(project);
  const { code, stderr } = await check(['nope.sql', '--output', 'a.md'], cwd);
  expect(code).toBe(2);
  expect(stderr).toContain('There is no file nope.sql.');
  expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toContain('could not run');
  const unknown = await check(['--output', 'a.doc'], cwd);
  expect(unknown).toMatchObject({ code: 2, stderr: expect.stringContaining('.sarif') });
  expect(existsSync(join(cwd, 'a.doc'))).toBe(false);
});

test('--fail-on says for which findings the answer is no', async () => {
  const cwd = schemaFolder({
    ...project,
    'q.sql': 'select id from orders order by id limit 5 offset 100;',
    'bad.sql': 'select nope from orders;',
  });
  const codes = async (file: string): Promise<readonly number[]> => {
    const found: number[] = [];
    for (const severity of ['error', 'warning', 'never']) {
      found.push((await check(['--queries', file, '--fail-on', severity], cwd)).code);
    }
    return found;
  };
  expect(await codes('q.sql')).toEqual([0, 1, 0]);
  expect(await codes('bad.sql')).toEqual([1, 1, 0]);
});

test('since a commit, new migrations, changed code and changed queries are checked, and nothing else', async () => {
  const cwd = schemaFolder({ ...project, 'src/old.ts': 'pool.query(`select nope from orders`)', 'src/new.ts': '' });
  git(cwd, 'init', '-b', 'main');
  git(cwd, 'add', '.');
  git(cwd, 'commit', '-m', 'first');
  const nothing = await check(['--since', 'main'], cwd);
  expect(nothing).toMatchObject({ code: 0, stdout: 'Nothing has changed that could be checked.\n' });

  writeFileSync(join(cwd, 'src/new.ts'), 'pool.query(`select id, total from orders where id = $1`, [1])');
  const code = JSON.parse((await check(['--since', 'main', '--json'], cwd)).stdout);
  expect(code).toMatchObject({ ok: true, data: { checked: { files: ['src/new.ts'], queries: 1 } } });

  git(cwd, 'checkout', '-b', 'change');
  writeFileSync(join(cwd, 'db/migrations/20260103000000_drop.sql'), 'alter table orders drop column total;');
  git(cwd, 'add', '.');
  git(cwd, 'commit', '-m', 'second');
  const { data, findings } = JSON.parse((await check(['--since', 'main', '--json'], cwd)).stdout);
  expect(data.checked).toMatchObject({ migrations: ['20260103000000_drop'], because: 'new since main' });
  const used = findings.find(({ id }: { id: string }) => id === 'column-or-table-used-by-code');
  expect(used).toMatchObject({ location: { file: 'src/new.ts', line: 1 } });
});

test('since a commit, migrations outside of the project are checked, too', async () => {
  const root = schemaFolder({
    'app/package.json': '{}',
    'sql/20260101000000_a.sql': 'create table a (id int primary key);',
  });
  git(root, 'init', '-b', 'main');
  git(root, 'add', '.');
  git(root, 'commit', '-m', 'first');
  writeFileSync(join(root, 'sql/20260102000000_b.sql'), 'create table b (id int primary key);');
  const args = ['--since', 'HEAD', '--migrations', '../sql', '--json'];
  const { data } = JSON.parse((await check(args, join(root, 'app'))).stdout);
  expect(data.checked.migrations).toEqual(['20260102000000_b']);
});

test('a ref that git does not know, and a clone without history, are told with what to do', async () => {
  const cwd = schemaFolder(project);
  expect((await check(['--since', 'main'], cwd)).stderr).toContain('is in no git repository');
  git(cwd, 'init', '-b', 'main');
  git(cwd, 'add', '.');
  git(cwd, 'commit', '-m', 'first');
  git(cwd, 'commit', '--allow-empty', '-m', 'second');
  const unknown = await check(['--since', 'origin/nope'], cwd);
  expect(unknown).toMatchObject({ code: 2, stderr: expect.stringContaining('git knows no origin/nope.') });
  const clone = schemaFolder({});
  git(clone, 'clone', '--depth', '1', `file://${cwd}`, 'shallow');
  const shallow = await check(['--since', 'HEAD~1'], join(clone, 'shallow'));
  expect(shallow).toMatchObject({ code: 2, stderr: expect.stringContaining('fetch-depth: 0') });
});

test('--since and files say both what to check, which is refused', async () => {
  const { code, stderr } = await check(['--since', 'HEAD', 'a.sql'], schemaFolder(project));
  expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('--since says what to check') });
});
