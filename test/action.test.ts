import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { root } from './source-file.ts';

const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));

test('each input that the action uses is described, and each that is described is used', () => {
  const steps = JSON.stringify(action.runs.steps);
  const used = new Set([...steps.matchAll(/inputs\.([a-z-]+)/g)].map(([, name]) => name));
  expect([...used].sort()).toEqual(Object.keys(action.inputs).sort());
  for (const { description } of Object.values<{ description: string }>(action.inputs))
    expect(description).toMatch(/\.$/);
});

test('nothing but actions of GitHub itself is used, and no value becomes a part of a script', () => {
  const steps: readonly { uses?: string; run?: string }[] = action.runs.steps;
  expect(steps.flatMap(({ uses }) => uses ?? []).filter((uses) => !uses.startsWith('actions/'))).toEqual([]);
  expect(steps.flatMap(({ run }) => run ?? []).filter((run) => run.includes('${{'))).toEqual([]);
});

// GitHub's runners have bash on Windows, too, but links to programs are made there in another way
const onPosix = test.runIf(process.platform !== 'win32');

onPosix('a check of a pull request writes annotations, the summary and files, and hands on its exit code', async () => {
  const folder = await pullRequest();
  const { code, stdout, summary, outputs } = await checked(folder, { GITHUB_BASE_REF: 'main', PLUMB_ARGS: '--schema' });
  expect({ stdout, code }).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('::error file=app/db/migrations/20260102000000_b.sql,line=1,'),
  });
  expect(summary).toContain('new since origin/main');
  expect(outputs['exit-code']).toBe('1');
  expect(Object.keys(outputs).sort()).toEqual(Object.keys(action.outputs).sort());
  for (const name of ['markdown', 'sarif', 'json']) expect(existsSync(outputs[name] ?? '')).toBe(true);
});

onPosix('what could not be checked is in the summary, and mends nothing for code scanning', async () => {
  const folder = await pullRequest();
  const { stdout, summary, outputs } = await checked(folder, { PLUMB_SINCE: 'origin/nope' });
  expect(stdout).toContain('::error title=plumb check could not run::git knows no origin/nope.');
  expect(summary).toContain('git knows no origin/nope.');
  expect(outputs).toMatchObject({ 'exit-code': '2', sarif: '' });
});

/** A repository whose branch adds a migration to the project in `app`. */
async function pullRequest(): Promise<string> {
  const folder = temporary();
  write(folder, 'app/package.json', '{}');
  write(folder, 'app/db/migrations/20260101000000_a.sql', 'create table a (id int primary key, b int);');
  await git(folder, 'init', '-b', 'main');
  await git(folder, 'add', '.');
  await git(folder, 'commit', '-m', 'first');
  await git(folder, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
  write(folder, 'app/db/migrations/20260102000000_b.sql', 'create index on a (b);');
  await git(folder, 'add', '.');
  await git(folder, 'commit', '-m', 'second');
  linkPlumb(join(folder, 'app'));
  return folder;
}

/** Runs the check as the action does. */
async function checked(folder: string, env: Readonly<Record<string, string>>) {
  const files = { GITHUB_STEP_SUMMARY: join(folder, 'summary.md'), GITHUB_OUTPUT: join(folder, 'output') };
  mkdirSync(join(folder, 'temp'));
  const ended = await run('bash', [join(root, 'action/check.sh')], join(folder, 'app'), {
    ...files,
    ...{ GITHUB_WORKSPACE: folder, GITHUB_BASE_REF: '', RUNNER_TEMP: join(folder, 'temp') },
    ...{ PLUMB_FILES: '', PLUMB_SINCE: '', PLUMB_FAIL_ON: 'error', PLUMB_ARGS: '', PLUMB_VERSION: '', ...env },
  });
  const lines = readFileSync(files.GITHUB_OUTPUT, 'utf8').trim().split('\n');
  const outputs: Readonly<Record<string, string>> = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
  return { ...ended, summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'), outputs };
}

interface Comment {
  readonly id: number;
  body: string;
}

/** What of GitHub the action asks for. */
async function gitHub(comments: Comment[]): Promise<{ readonly url: string; readonly asked: readonly string[] }> {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    asked.push(`${request.method} ${pathname}`);
    const answer = (status: number, content: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));
    };
    if (request.headers.authorization !== 'Bearer token') return answer(403, { message: 'Resource not accessible' });
    const body = request.method === 'GET' ? '' : String(JSON.parse(await text(request)).body);
    if (request.method === 'GET') {
      const from = (Number(searchParams.get('page')) - 1) * Number(searchParams.get('per_page'));
      return answer(200, comments.slice(from, from + 100));
    }
    const earlier = comments.find(({ id }) => pathname.endsWith(`/issues/comments/${id}`));
    if (earlier === undefined) comments.push({ id: comments.length + 1, body });
    else earlier.body = body;
    return answer(200, {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it listens on no port');
  return { url: `http://127.0.0.1:${address.port}`, asked };
}

async function comment(url: string, markdown: string, more: Readonly<Record<string, string>> = {}) {
  const folder = temporary();
  write(folder, 'check.md', `<!-- pgplumb check -->\n\n${markdown}`);
  return run(process.execPath, [join(root, 'action/comment.mjs')], folder, {
    ...{ GITHUB_API_URL: url, GITHUB_REPOSITORY: 'shop/app', GITHUB_TOKEN: 'token', PLUMB_PULL_REQUEST: '7' },
    ...{ PLUMB_PROJECT: '.', PLUMB_MARKDOWN: join(folder, 'check.md'), ...more },
  });
}

test('a pull request has one comment for each project, which is kept up to date', async () => {
  const comments = Array.from({ length: 150 }, (_, at) => ({ id: at + 1, body: `<!-- other -->\r\ntalk ${at}` }));
  const { url, asked } = await gitHub(comments);
  await comment(url, '### ❌ plumb check: 1 error');
  await comment(url, '### ✅ plumb check: nothing found');
  await comment(url, '### ❌ plumb check: 2 errors', { PLUMB_PROJECT: 'packages/api' });
  expect(comments.slice(150).map(({ body }) => body)).toEqual([
    '<!-- pgplumb check -->\n\n### ✅ plumb check: nothing found',
    '<!-- pgplumb check of packages/api -->\n\n### ❌ plumb check: 2 errors',
  ]);
  expect(asked.filter((request) => !request.startsWith('GET'))).toEqual([
    'POST /repos/shop/app/issues/7/comments',
    'PATCH /repos/shop/app/issues/comments/151',
    'POST /repos/shop/app/issues/7/comments',
  ]);
});

test('a pull request about something else gets no comment', async () => {
  const comments: Comment[] = [];
  const { url } = await gitHub(comments);
  await comment(url, '### ✅ plumb check: nothing found');
  expect(comments).toEqual([]);
  await comment(url, '### ✅ plumb check: nothing found\n\n| line | statement |\n| --: | :-- |');
  expect(comments).toHaveLength(1);
});

test('a token without the right is a warning with what to do, and no failure', async () => {
  const { url } = await gitHub([]);
  const { code, stdout } = await comment(url, '### ❌ plumb check: 1 error', { GITHUB_TOKEN: 'of a fork' });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^::warning title=plumb check::.*403.*`pull-requests: write`/);
  const nobody = await comment('http://127.0.0.1:9', '### ❌ plumb check: 1 error');
  expect(nobody).toMatchObject({ code: 0, stdout: expect.stringContaining('::warning') });
});

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plumb action '));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function write(folder: string, name: string, content: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
}

/** As npm installs it. */
function linkPlumb(folder: string): void {
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
  symlinkSync(join(root, 'packages/plumb'), join(folder, 'node_modules/pgplumb'), 'junction');
  symlinkSync(join(root, 'packages/plumb/bin/plumb.js'), join(folder, 'node_modules/.bin/plumb'));
}

async function git(cwd: string, ...args: readonly string[]): Promise<void> {
  await run('git', ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.com', ...args], cwd, {});
}

function run(program: string, args: readonly string[], cwd: string, env: Readonly<Record<string, string>>) {
  return new Promise<{ code: number | string; stdout: string; stderr: string }>((resolve) => {
    execFile(program, [...args], { cwd, env: { ...process.env, ...env } }, (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, stdout, stderr });
    });
  });
}
