import { carryOut } from '../carry-out.ts';
import { contenders } from './contenders.ts';
import { installEmbeddedPostgres } from './embedded-postgres.ts';
import { measurements } from './measure.ts';
import type { Order } from './order.ts';

await carryOut<Order>({
  stays: ({ task }) => task === 'prepare',
  async measure(order, opened) {
    switch (order.task) {
      case 'install':
        await installEmbeddedPostgres(order.setting.root);
        return {};
      case 'prepare':
        opened(await contenders[order.contender].prepare(order.setting));
        return {};
      default:
        return measurements[order.task](order, (source) => opened(() => source.close()));
    }
  },
});
