import { fileURLToPath } from 'node:url';
import type { RunOptions } from '../benchmark.ts';
import type { Measured } from '../results.ts';
import { inWorkplace, takeTurns } from '../run.ts';
import { type ContenderId, contenderNames, isContenderId } from './contender-names.ts';
import type { Order } from './order.ts';
import { type Content, phases } from './phases.ts';

const childProgram = fileURLToPath(new URL('./child.js', import.meta.url));

export async function runDiff({ only, against, ...options }: RunOptions): Promise<Measured[]> {
  const chosen = phases.filter(({ id }) => only.length === 0 || only.some((name) => id.startsWith(name)));
  const contenders = Object.keys(contenderNames)
    .filter(isContenderId)
    .filter((id) => id === 'plumb' || against.length === 0 || against.includes(id));
  return inWorkplace(childProgram, options, async (children, workplace) => {
    const folder = workplace.folder('server');
    const run = (order: Order) => children.run({ order, folder: 'server', stays: order.task === 'serve' });
    options.progress('making the databases');
    const contents = chosen.map(({ tables, changes }): Content => ({ tables, changes }));
    await run({ task: 'serve', folder, contents });
    const measured: Measured[] = [];
    for (const { id, tables, changes } of chosen) {
      const content = { tables, changes };
      measured.push(
        ...(await takeTurns<ContenderId>({
          ...options,
          phase: id,
          contenders,
          nameOf: (contender) => contenderNames[contender],
          measure: (contender) => run({ task: 'measure', folder, contender, content }),
        })),
      );
    }
    return measured;
  });
}
