import { fileURLToPath } from 'node:url';
import type { RunOptions } from '../benchmark.ts';
import type { Measured } from '../results.ts';
import { runServed } from '../served-run.ts';
import { contenderNames } from './contender-names.ts';
import type { Order } from './order.ts';
import { phases } from './phases.ts';

const program = fileURLToPath(new URL('./child.js', import.meta.url));

export function runApply(options: RunOptions): Promise<Measured[]> {
  return runServed(
    {
      program,
      names: contenderNames,
      phases,
      serve: (folder): Order => ({ task: 'serve', folder }),
      measure: (folder, contender, { id: phase }, round): readonly Order[] => [
        ...(phase === 'applied' && round === 1 ? [{ task: 'prepare', folder, contender } as const] : []),
        { task: 'measure', folder, contender, phase },
      ],
    },
    options,
  );
}
