import { advice } from './advice/advice.ts';
import { apply } from './apply/apply.ts';
import { parseArguments } from './arguments.ts';
import { backfill } from './backfill/backfill.ts';
import { check } from './check/check.ts';
import { diff } from './diff/diff.ts';
import { writeSection } from './document.ts';
import { embedded } from './embedded/embedded.ts';
import { fidelity } from './fidelity/fidelity.ts';
import { describeMachine } from './machine.ts';
import { origin } from './origin.ts';
import { rehearsal } from './rehearsal/rehearsal.ts';
import type { Results } from './results.ts';
import { versions } from './versions.ts';

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
  const benchmarks = [embedded, diff, apply, backfill, fidelity, rehearsal, check, advice];
  const { benchmark, json, write, ...choice } = parseArguments(args, benchmarks);
  const about = {
    benchmark: benchmark.name,
    command: `npm run bench -- ${args.join(' ')}`,
    date: new Date().toISOString(),
    machine: describeMachine(),
    versions: versions(benchmark.packages),
    rounds: choice.rounds,
  };
  const progress = (message: string): void => void process.stderr.write(`${message}\n`);
  const measured = await benchmark.run({ ...choice, progress, signal: interruption.signal });
  const results: Results = { ...about, measured };
  const report = [origin(results), ...benchmark.report(measured)].join('\n\n');
  process.stdout.write(`${json ? JSON.stringify(results, null, 2) : report}\n`);
  if (write) writeSection(documentFile, benchmark.name, report);
  return measured.every(({ error }) => error === null) ? 0 : 1;
}
