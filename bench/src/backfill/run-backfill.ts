import { fileURLToPath } from 'node:url';
import type { RunOptions } from '../benchmark.ts';
import type { Measured } from '../results.ts';
import { runServed } from '../served-run.ts';
import { contenderNames } from './contender-names.ts';
import type { Order } from './order.ts';
import { phases } from './phases.ts';

const program = fileURLToPath(new URL('./child.js', import.meta.url));

export function runBackfill(options: RunOptions): Promise<Measured[]> {
  return runServed(
    {
      program,
      names: contenderNames,
      phases,
      serve: (folder, chosen): Order => ({ task: 'serve', folder, rows: chosen.map(({ rows }) => rows) }),
      measure: (folder, contender, { rows }): readonly Order[] => [{ task: 'measure', folder, contender, rows }],
    },
    options,
  );
}
