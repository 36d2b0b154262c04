import { parseArguments } from './arguments.ts';
import { writeSection } from './document.ts';
import { report } from './embedded/report.ts';
import type { Results } from './embedded/results.ts';
import { runEmbedded } from './embedded/run-embedded.ts';
import { versions } from './embedded/versions.ts';
import { describeMachine } from './machine.ts';

const documentFile = new URL('../../docs/benchmarks.md', import.meta.url);
const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interruption.abort());

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  const { aborted } = interruption.signal;
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(aborted ? 'Interrupted. Everything that was started is stopped.\n' : `${message}\n`);
  return aborted ? 130 : 2;
});

async function main(args: readonly string[]): Promise<number> {
  const { json, write, ...choice } = parseArguments(args);
  const origin = {
    benchmark: 'embedded',
    command: `npm run bench -- ${args.join(' ')}`,
    date: new Date().toISOString(),
    machine: describeMachine(),
    versions: versions(),
    rounds: choice.rounds,
  } as const;
  const progress = (message: string): void => void process.stderr.write(`${message}\n`);
  const measured = await runEmbedded({ ...choice, progress, signal: interruption.signal });
  const results: Results = { ...origin, measured };
  process.stdout.write(json ? `${JSON.stringify(results, null, 2)}\n` : `${report(results)}\n`);
  if (write) writeSection(documentFile, 'embedded', report(results));
  return measured.every(({ error }) => error === null) ? 0 : 1;
}
