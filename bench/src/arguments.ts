import { parseArgs } from 'node:util';
import type { Benchmark, RunOptions } from './benchmark.ts';

export interface Arguments extends Pick<RunOptions, 'rounds' | 'only' | 'against'> {
  readonly benchmark: Benchmark;
  readonly json: boolean;
  readonly write: boolean;
}

/** Throws with the usage when they make no sense. */
export function parseArguments(args: readonly string[], benchmarks: readonly Benchmark[]): Arguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      rounds: { type: 'string' },
      only: { type: 'string', multiple: true, default: [] },
      against: { type: 'string', multiple: true, default: [] },
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  const { quick, against, json, write } = values;
  const benchmark = benchmarks.find(({ name }) => name === positionals.join());
  const rounds = Number(values.rounds ?? (quick ? 1 : 7));
  const partial = quick || values.only.length > 0 || against.length > 0;
  if (
    benchmark === undefined ||
    !Number.isInteger(rounds) ||
    rounds < 1 ||
    !values.only.every((name) => benchmark.phases.some((id) => id.startsWith(name))) ||
    !against.every((name) => benchmark.rivals.includes(name)) ||
    (write && partial)
  ) {
    throw new Error(usage(benchmarks));
  }
  const only = quick && values.only.length === 0 ? benchmark.quickPhases : values.only;
  return { benchmark, rounds, only, against, json, write };
}

function usage(benchmarks: readonly Benchmark[]): string {
  const choices = benchmarks.flatMap(({ name, phases, rivals }) => [
    `${name}`,
    `  phases:     ${phases.join(', ')}`,
    `  contenders: ${rivals.join(', ')}`,
  ]);
  return `npm run bench -- <benchmark> [--quick] [--rounds <n>] [--only <phase>]... [--against <contender>]... [--json] [--write]

  --quick    some phases, once
  --rounds   how often everything is measured (7)
  --only     only phases whose names begin so
  --against  only these beside us
  --json     print all measured values as JSON
  --write    put the tables into docs/benchmarks.md (of all phases and contenders)

${choices.join('\n')}

It works in the system's temporary folder; TMPDIR chooses another.
`;
}
