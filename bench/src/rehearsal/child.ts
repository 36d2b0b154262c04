import { writeFileSync } from 'node:fs';
import { carryOut } from '../carry-out.ts';
import { dataClusterUrl, serveDataCluster } from '../data-cluster.ts';
import { compareSubject } from './compare-subject.ts';
import type { Order } from './order.ts';
import { timeOf } from './time.ts';

await carryOut<Order>({
  stays: ({ task }) => task === 'serve',
  async measure(order, opened) {
    switch (order.task) {
      case 'serve':
        opened(await serveDataCluster(order.folder, order.major));
        return {};
      case 'compare':
        writeFileSync(order.result, JSON.stringify(await compareSubject(order, dataClusterUrl(order.folder))));
        return {};
      case 'time':
        return timeOf(order, dataClusterUrl(order.folder));
    }
  },
});
