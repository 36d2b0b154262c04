// The gate. `node scripts/check.mjs` runs every step and ends with the counts of the tests on a line of their own;
// `node scripts/check.mjs lint types` runs only the steps named.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const packages = readdirSync(join(root, 'packages')).filter((name) => existsSync(manifestOf(name)));
const published = packages.filter((name) => !readJson(manifestOf(name)).private);
const colours = process.stdout.isTTY === true;
const env = colours ? process.env : { ...process.env, NO_COLOR: '1' };
const biomeOptions = ['--error-on-warnings', '--diagnostic-level=warn', `--colors=${colours ? 'force' : 'off'}`];
const scratch = mkdtempSync(join(tmpdir(), 'plumb-check-'));
const testReport = join(scratch, 'tests.json');

/** Each step is a list of commands; `needs` names the step without which it would only repeat an error. */
const steps = [
  { name: 'lint', commands: [tool('@biomejs/biome', 'ci', ...biomeOptions, '.')] },
  { name: 'build', commands: packages.map((name) => at(`packages/${name}`, node(join(root, 'scripts/build.mjs')))) },
  // the starter and the benchmark see the package as its users do
  { name: 'types', commands: [tool('typescript', '--noEmit', '-p', 'tsconfig.json')] },
  {
    name: 'generated',
    needs: 'build',
    commands: [node('scripts/generate-registries.mjs', '--check'), node('scripts/generate.mjs', '--check')],
  },
  { name: 'knip', commands: [tool('knip', '--no-progress')] },
  {
    name: 'publint',
    needs: 'build',
    commands: published.map((name) => tool('publint', '--strict', `packages/${name}`)),
  },
  {
    name: 'tests',
    needs: 'build',
    shown: true,
    commands: [tool('vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${testReport}`)],
  },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  say(`No step ${unknown.join(', ')}. Steps: ${steps.map((step) => step.name).join(', ')}.`);
  process.exit(2);
}

let interrupted = false;
// The running step hears Ctrl-C too; wait for it, so that its servers are stopped before the prompt returns.
process.on('SIGINT', () => {
  interrupted = true;
});

const failed = [];
for (const step of steps) {
  if (interrupted || (wanted.length > 0 && !wanted.includes(step.name))) continue;
  if (failed.includes(step.needs)) {
    say(`- ${step.name.padEnd(9)} not run: it needs ${step.needs}`);
    failed.push(step.name);
  } else if (!(await run(step))) failed.push(step.name);
}

if (failed.length > 0) say(`\nThe gate is closed: ${failed.join(', ')}.`);
if (wanted.length === 0 || wanted.includes('tests')) say(testCounts());
rmSync(scratch, { recursive: true, force: true });
process.exitCode = interrupted ? 130 : failed.length > 0 ? 1 : 0;

async function run({ name, commands, shown }) {
  const start = performance.now();
  const results = [];
  for (const command of commands) results.push(await execute(command, shown));
  const passed = results.every((result) => result.status === 0);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  say(`${passed ? '✓' : '✗'} ${name.padEnd(9)} ${seconds} s`);
  if (!passed) say(results.map((result) => result.output.trimEnd()).join('\n'));
  return passed;
}

/** Runs one command; what it prints is shown at once or kept for when it fails. */
function execute({ args, cwd }, shown) {
  return new Promise((resolve, reject) => {
    const output = shown ? 'inherit' : 'pipe';
    const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', output, output] });
    let kept = '';
    const keep = (chunk) => {
      kept += chunk;
    };
    child.stdout?.setEncoding('utf8').on('data', keep);
    child.stderr?.setEncoding('utf8').on('data', keep);
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, output: kept }));
  });
}

/** A test file that could not be loaded counts as one failed test. */
function testCounts() {
  if (!existsSync(testReport)) return '0 passed, 1 failed';
  const report = readJson(testReport);
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return `${report.numPassedTests} passed, ${report.numFailedTests + unloaded.length} failed`;
}

function node(...args) {
  return { args, cwd: root };
}

function at(folder, command) {
  return { ...command, cwd: join(root, folder) };
}

/** The command of a development dependency, run by this Node without a shell, so that it is the same on every platform. */
function tool(name, ...args) {
  const folder = join(root, 'node_modules', name);
  const { bin } = readJson(join(folder, 'package.json'));
  return node(join(folder, typeof bin === 'string' ? bin : Object.values(bin)[0]), ...args);
}

function manifestOf(name) {
  return join(root, 'packages', name, 'package.json');
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function say(text) {
  process.stdout.write(`${text}\n`);
}
