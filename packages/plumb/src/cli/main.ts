import { setFlagsFromString } from 'node:v8';
import { app } from './app.ts';
import { endingSignals, exitCodeOf, Interruption } from './interruption.ts';
import { Output } from './output.ts';
import { runCommandLine } from './run-command-line.ts';

// PostgreSQL's parser, the only WebAssembly here, runs for milliseconds: V8 would compile its largest function anew for 200 of them
setFlagsFromString('--liftoff-only');

const interruption = new Interruption();
const stdout = new Output(process.stdout, () => interruption.byClosedOutput());
const stderr = new Output(process.stderr);

for (const name of endingSignals) {
  process.on(name, () => {
    if (!interruption.bySignal(name)) process.exit(exitCodeOf(name));
  });
}

const uncaught = new Promise<never>((_, reject) => {
  process.on('uncaughtException', reject);
  // Nothing is left that could ever answer.
  process.on('beforeExit', () => reject(new Error('the command ended without an answer')));
});

process.exitCode = 2;
const exitCode = await runCommandLine(app, {
  args: process.argv.slice(2),
  cwd: process.cwd(),
  env: process.env,
  stdin: process.stdin,
  stdout,
  stderr,
  interruption,
  uncaught,
});
process.exit(exitCode);
