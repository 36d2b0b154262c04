import { expect, test } from 'vitest';
import { type Printed, plumbHere } from '../../test/plumb-here.ts';
import { Problem } from '../contract/problem.ts';
import { type CommandGroup, type CommandResult, defineCommand, defineGroup } from './command.ts';
import type { Context } from './context.ts';
import { Interruption } from './interruption.ts';
import { portNumber } from './parsers.ts';

const status: CommandResult = { data: { running: true }, text: (look) => look.good('running') };

function tree(run: (context: Context) => Promise<CommandResult> = async () => status): CommandGroup {
  const start = defineCommand({
    brief: 'Start the database',
    description: 'It keeps running when plumb has ended.',
    examples: [{ command: 'plumb db start --port 5433', does: 'Start on a port of your choice' }],
    flags: {
      port: { kind: 'value', brief: 'Port to listen on', placeholder: 'port', parse: portNumber, short: 'p' },
      sort: { kind: 'choice', brief: 'Order', choices: ['name', 'size', 'age'] },
      file: { kind: 'values', brief: 'Files', placeholder: 'path', short: 'f' },
      singleTransaction: { kind: 'yes', brief: 'All or nothing', short: '1' },
    },
    args: [{ name: 'name', brief: 'Which one', optional: true }],
    run: async (_context, flags, name) => {
      const data = { ...flags, name: name ?? null };
      return { data, text: () => JSON.stringify(data) };
    },
  });
  const stat = defineCommand({ brief: 'Tell whether it runs', examples: [], run });
  return defineGroup({
    brief: 'tools',
    commands: { db: defineGroup({ brief: 'A database', commands: { start, status: stat } }) },
  });
}

function plumb(
  args: readonly string[],
  commands = tree(),
  interruption = new Interruption(),
  env: Record<string, string> = {},
): Promise<Printed> {
  return plumbHere(args, { commands, interruption, env, input: 'from stdin' });
}

function envelope({ stdout }: Printed): unknown {
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  return JSON.parse(stdout);
}

test('an answer is printed as text, or as one envelope', async () => {
  expect(await plumb(['db', 'status'])).toEqual({ code: 0, stdout: 'running\n', stderr: '' });
  const json = await plumb(['db', 'status', '--json']);
  expect(envelope(json)).toMatchObject({
    command: 'db status',
    ok: true,
    data: { running: true },
    findings: [],
    error: null,
  });
});

test('the common flags may stand before the command', async () => {
  expect(envelope(await plumb(['--json', 'db', 'status']))).toMatchObject({ command: 'db status', ok: true });
});

test('exit code 1 says that the answer is no', async () => {
  const no = tree(async () => ({ ...status, ok: false }));
  expect((await plumb(['db', 'status'], no)).code).toBe(1);
  const json = await plumb(['db', 'status', '--json'], no);
  expect(json.code).toBe(1);
  expect(envelope(json)).toMatchObject({ ok: false, data: { running: true }, error: null });
});

test('exit code 2 says that a command could not run, and what to try', async () => {
  const broken = tree(async () => {
    throw new Problem('PORT_IN_USE', 'Port 1 is taken.', { hint: 'Choose another with --port.' });
  });
  expect(await plumb(['db', 'status'], broken)).toEqual({
    code: 2,
    stdout: '',
    stderr: 'error: Port 1 is taken.\nhint: Choose another with --port.\n',
  });
  const json = await plumb(['db', 'status', '--json'], broken);
  expect(json).toMatchObject({ code: 2, stderr: '' });
  expect(envelope(json)).toMatchObject({
    ok: false,
    data: null,
    error: { code: 'PORT_IN_USE', message: 'Port 1 is taken.', hint: 'Choose another with --port.' },
  });
});

test('a failure after something was done shows both', async () => {
  const problem = new Problem('SQL_FAILED', 'No such table.');
  const half = tree(async () => ({ ...status, failure: { problem, text: () => 'told in detail' } }));
  expect(await plumb(['db', 'status'], half)).toEqual({ code: 2, stdout: 'running\n', stderr: 'told in detail\n' });
  expect(envelope(await plumb(['db', 'status', '--json'], half))).toMatchObject({
    ok: false,
    data: { running: true },
    error: { code: 'SQL_FAILED' },
  });
});

test('an error that nobody expected is told as a mistake in plumb, with its stack only when asked for', async () => {
  const faulty = tree(async () => {
    throw new TypeError('x is not a function at postgres://me:hunter2@host/db', {
      cause: new Error('password=hunter2'),
    });
  });
  const quiet = await plumb(['db', 'status'], faulty);
  expect(quiet.code).toBe(2);
  expect(quiet.stderr).toContain('mistake in plumb');
  expect(quiet.stderr).not.toContain('TypeError');
  const loud = await plumb(['db', 'status', '-v'], faulty);
  expect(loud.stderr).toContain('TypeError: x is not a function');
  expect((await plumb(['db', 'status'], faulty, undefined, { PLUMB_DEBUG: '1' })).stderr).toContain('caused by Error');
  expect(quiet.stderr + loud.stderr).not.toContain('hunter2');
  expect(envelope(await plumb(['db', 'status', '--json'], faulty))).toMatchObject({ error: { code: 'INTERNAL' } });
});

test('an error that nobody catches ends the command like any other', async () => {
  const endless = tree(() => new Promise(() => {}));
  const uncaught = Promise.reject(new Error('thrown in a timer'));
  const json = await plumbHere(['db', 'status', '--json'], { commands: endless, uncaught });
  expect(json.code).toBe(2);
  expect(envelope(json)).toMatchObject({ error: { code: 'INTERNAL', message: expect.stringContaining('in a timer') } });
});

test('flags and arguments arrive as their definition says', async () => {
  const args = ['db', 'start', '-p', '5433', '--sort=size', '-f', 'a', '--file', '-', '-1', '--', '--json'];
  expect(JSON.parse((await plumb(args)).stdout)).toMatchObject({
    port: 5433,
    sort: 'size',
    file: ['a', '-'],
    singleTransaction: true,
    name: '--json',
  });
  expect(JSON.parse((await plumb(['db', 'start'])).stdout)).toMatchObject({
    file: [],
    singleTransaction: false,
    name: null,
  });
});

test.each([
  [['strat'], 'error: There is no command plumb strat.\nhint: Did you mean `plumb db start`?\n'],
  [['db', 'stat'], 'error: There is no command plumb db stat.\nhint: Did you mean `plumb db start`?\n'],
  [['status'], 'error: There is no command plumb status.\nhint: Did you mean `plumb db status`?\n'],
  [['frobnicate'], 'error: There is no command plumb frobnicate.\nhint: `plumb --help` lists the commands.\n'],
  [['constructor'], 'error: There is no command plumb constructor.\nhint: `plumb --help` lists the commands.\n'],
  [['--constructor'], 'error: plumb has no flag --constructor.\nhint: See `plumb --help`.\n'],
  [['db', '--prot'], 'error: plumb db has no flag --prot.\nhint: See `plumb db --help`.\n'],
  [
    ['db', 'start', '--prot', '1'],
    'error: plumb db start has no flag --prot.\nhint: Did you mean --port? See `plumb db start --help`.\n',
  ],
  [
    ['db', 'start', '--single'],
    'error: plumb db start has no flag --single.\nhint: Did you mean --single-transaction? See `plumb db start --help`.\n',
  ],
  [['db', 'start', '-x'], 'error: plumb db start has no flag -x.\nhint: See `plumb db start --help`.\n'],
  [['db', 'start', '-2'], 'error: plumb db start has no flag -2.\nhint: See `plumb db start --help`.\n'],
  [['db', 'start', '--port='], 'error: --port needs a value.\nhint: See `plumb db start --help`.\n'],
  [['db', 'start', '--port'], 'error: --port needs a value.\nhint: See `plumb db start --help`.\n'],
  [
    ['db', 'start', '--port', 'high'],
    'error: --port expects a port from 1 to 65535, not "high".\nhint: See `plumb db start --help`.\n',
  ],
  [
    ['db', 'start', '--sort', 'nam'],
    'error: --sort expects name, size or age, not "nam".\nhint: Did you mean name? See `plumb db start --help`.\n',
  ],
  [
    ['db', 'start', '-p', '1', '-p', '2'],
    'error: --port can be given only once.\nhint: See `plumb db start --help`.\n',
  ],
  [
    ['db', 'start', 'one', 'two'],
    'error: plumb db start takes one argument; "two" is one too many.\nhint: See `plumb db start --help`.\n',
  ],
  [
    ['db', 'status', 'postgres://me:hunter2@host/db'],
    'error: plumb db status takes no arguments; "postgres://me:********@host/db" is one too many.\nhint: See `plumb db status --help`.\n',
  ],
])('a mistake in %j is explained', async (args, stderr) => {
  expect(await plumb(args)).toEqual({ code: 2, stdout: '', stderr });
  const json = await plumb([...args, '--json']);
  expect(json).toMatchObject({ code: 2, stderr: '' });
  expect(envelope(json)).toMatchObject({ ok: false, data: null, error: { code: 'USAGE' } });
});

test('plumb alone lists the commands, and so do its help and its groups', async () => {
  const alone = await plumb([]);
  expect(alone).toMatchObject({ code: 0, stderr: '' });
  expect(alone.stdout).toContain('db start');
  expect(alone.stdout).toContain('--version');
  expect((await plumb(['--help'])).stdout).toBe(alone.stdout);
  expect((await plumb(['help'])).stdout).toBe(alone.stdout);
  expect((await plumb(['db'])).stdout).toContain('Tell whether it runs');
  expect(envelope(await plumb(['--json']))).toMatchObject({
    command: '',
    data: { commands: [{ command: 'db start' }, {}] },
  });
});

test('the help of a command shows its examples and its flags', async () => {
  const help = (await plumb(['db', 'start', '--help'])).stdout;
  expect(help).toBe((await plumb(['help', 'db', 'start'])).stdout);
  expect(help).toBe(
    [
      'Start the database',
      '',
      'It keeps running when plumb has ended.',
      '',
      'Usage',
      '  plumb db start [name] [flags]',
      '',
      'Arguments',
      '  name  Which one',
      '',
      'Examples',
      '  plumb db start --port 5433  Start on a port of your choice',
      '',
      'Flags',
      '  -p, --port <port>         Port to listen on',
      '      --sort name|size|age  Order',
      '  -f, --file <path>         Files',
      '  -1, --single-transaction  All or nothing',
      '      --json                Print one JSON object, for programs',
      '  -v, --verbose             Tell more of what is done',
      '      --config <file>       The configuration file to use',
      '  -h, --help                Print this help',
      '',
    ].join('\n'),
  );
});

test('the help fits a narrow terminal', async () => {
  for (const args of [['--help'], ['db', 'start', '--help']]) {
    const { stdout } = await plumb(args, tree(), undefined, { COLUMNS: '40' });
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40);
  }
});

test('the version is printed by --version', async () => {
  expect((await plumb(['version'])).stdout).toBe((await plumb(['--version'])).stdout);
  expect((await plumb(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\S*\n$/);
  expect(envelope(await plumb(['--version', '--json']))).toMatchObject({ command: 'version', ok: true });
});

test('warnings and verbose progress go to stderr, also beside an envelope', async () => {
  const busy = tree(async ({ warn, progress }) => {
    progress({ message: 'Starting' });
    progress({ message: 'Loading', done: 1, total: 2 });
    progress({ message: 'Loading', done: 2, total: 2 });
    warn('password=hunter2 is old');
    return status;
  });
  expect(await plumb(['db', 'status'], busy)).toMatchObject({
    stdout: 'running\n',
    stderr: 'warning: password=******** is old\n',
  });
  const json = await plumb(['db', 'status', '--json', '--verbose'], busy);
  expect(json.stderr).toBe('Starting\nLoading\nwarning: password=******** is old\n');
  expect(envelope(json)).toMatchObject({ ok: true });
});

test('a command is not interactive where no person sits at a terminal', async () => {
  const ask = tree(async ({ interactive, stdin }) => ({
    data: { interactive, input: Buffer.from(await stdin.bytes()).toString() },
    text: () => '',
  }));
  expect(envelope(await plumb(['db', 'status', '--json'], ask))).toMatchObject({
    data: { interactive: false, input: 'from stdin' },
  });
});

test('Ctrl-C lets the command clean up, and then ends with 130', async () => {
  const interruption = new Interruption();
  let cleaned = false;
  const long = tree(async ({ signal }) => {
    setImmediate(() => interruption.bySignal('SIGINT'));
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    await new Promise(setImmediate);
    cleaned = true;
    throw new Error('connection closed');
  });
  const json = await plumb(['db', 'status', '--json'], long, interruption);
  expect(cleaned).toBe(true);
  expect(json.code).toBe(130);
  expect(envelope(json)).toMatchObject({ ok: false, error: { code: 'INTERRUPTED', message: 'Interrupted.' } });
  expect(interruption.bySignal('SIGINT')).toBe(false);
});

test('SIGTERM ends with 143, and what the command says of the interruption is kept', async () => {
  const interruption = new Interruption();
  const long = tree(async () => {
    interruption.bySignal('SIGTERM');
    throw new Problem('INTERRUPTED', 'Interrupted after 3 statements.');
  });
  expect(await plumb(['db', 'status'], long, interruption)).toEqual({
    code: 143,
    stdout: '',
    stderr: 'error: Interrupted after 3 statements.\n',
  });
});

test('colours are used when they are asked for', async () => {
  expect((await plumb(['db', 'status'], tree(), undefined, { FORCE_COLOR: '1' })).stdout).toBe(
    '\u001b[32mrunning\u001b[39m\n',
  );
});
