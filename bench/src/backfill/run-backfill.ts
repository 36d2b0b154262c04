import { fileURLToPath } from 'node:url';
import type { RunOptions } from '../benchmark.ts';
import type { Measured } from '../results.ts';
import { inWorkplace, takeTurns } from '../run.ts';
import { type ContenderId, contenderNames, isContenderId } from './contender-names.ts';
import type { Order } from './order.ts';
import { phases } from './phases.ts';

const childProgram = fileURLToPath(new URL('./child.js', import.meta.url));

export async function runBackfill({ only, against, ...options }: RunOptions): Promise<Measured[]> {
  const chosen = phases.filter(({ id }) => only.length === 0 || only.some((name) => id.startsWith(name)));
  const contenders = Object.keys(contenderNames)
    .filter(isContenderId)
    .filter((id) => id === 'plumb' || against.length === 0 || against.includes(id));
  return inWorkplace(childProgram, options, async (children, workplace) => {
    const folder = workplace.folder('server');
    const run = (order: Order) => children.run({ order, folder: 'server', stays: order.task === 'serve' });
    options.progress('making the tables');
    await run({ task: 'serve', folder, rows: chosen.map(({ rows }) => rows) });
    const measured: Measured[] = [];
    for (const { id, rows } of chosen) {
      measured.push(
        ...(await takeTurns<ContenderId>({
          ...options,
          phase: id,
          contenders,
          nameOf: (contender) => contenderNames[contender],
          measure: (contender) => run({ task: 'measure', folder, contender, rows }),
        })),
      );
    }
    return measured;
  });
}
