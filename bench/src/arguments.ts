import { parseArgs } from 'node:util';
import { type ContenderId, contenderNames, isContenderId } from './embedded/contender-names.ts';
import { phases } from './embedded/phases.ts';

export interface Arguments {
  readonly rounds: number;
  readonly only: readonly string[];
  readonly against: readonly ContenderId[];
  readonly json: boolean;
  readonly write: boolean;
}

const usage = `npm run bench -- embedded [--rounds <n>] [--only <phase>]... [--against <contender>]... [--json] [--write]

  --rounds   how often everything is measured (7)
  --only     only phases whose names begin so: ${phases.map(({ id }) => id).join(', ')}
  --against  only these beside us: ${Object.keys(contenderNames).slice(1).join(', ')}
  --json     print all measured values as JSON
  --write    put the tables into docs/benchmarks.md (of all phases and contenders)

It works in the system's temporary folder; TMPDIR chooses another.
`;

/** Throws with the usage when they make no sense. */
export function parseArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '7' },
      only: { type: 'string', multiple: true, default: [] },
      against: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  const rounds = Number(values.rounds);
  const against = values.against.filter(isContenderId);
  const partial = values.only.length > 0 || values.against.length > 0;
  const valid =
    positionals.join() === 'embedded' &&
    Number.isInteger(rounds) &&
    rounds > 0 &&
    values.only.every((name) => phases.some(({ id }) => id.startsWith(name))) &&
    against.length === values.against.length &&
    !(values.write && partial);
  if (!valid) throw new Error(usage);
  return { rounds, only: values.only, against, json: values.json, write: values.write };
}
