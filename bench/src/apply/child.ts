import { join } from 'node:path';
import { carryOut } from '../carry-out.ts';
import { dataClusterUrl, serveDataCluster } from '../data-cluster.ts';
import { urlOf } from '../server-databases.ts';
import { withClient } from '../with-client.ts';
import type { ContenderId } from './contender-names.ts';
import { contenders } from './contenders.ts';
import { writeMigrations } from './formats.ts';
import { tables } from './migrations.ts';
import type { Order } from './order.ts';

await carryOut<Order>({
  stays: ({ task }) => task === 'serve',
  async measure(order, opened) {
    const { folder, task } = order;
    if (task === 'serve') {
      opened(await serveDataCluster(folder));
      writeMigrations(folder);
      return {};
    }
    const { contender } = order;
    const server = dataClusterUrl(folder);
    if (task === 'measure' && order.phase === 'applied') return apply(contender, server, applied(contender), folder);
    const database = task === 'prepare' ? applied(contender) : `fresh_${process.pid}`;
    await withClient(server, async (admin) => {
      await admin.query(`CREATE DATABASE ${database}`);
      await admin.query('CHECKPOINT');
    });
    const samples = await apply(contender, server, database, folder);
    if (task === 'measure') await withClient(server, (admin) => admin.query(`DROP DATABASE ${database}`));
    return samples;
  },
});

async function apply(contender: ContenderId, server: string, database: string, folder: string) {
  const { format, apply } = contenders[contender];
  const url = urlOf(server, database);
  const samples = await apply(url, join(folder, format));
  const found = await withClient(url, (client) =>
    client.query("SELECT FROM pg_class WHERE relname ~ '^table_\\d+_name_idx$'"),
  );
  if (found.rowCount !== tables) throw new Error(`${found.rowCount} of ${tables} tables are there`);
  return samples;
}

function applied(contender: ContenderId): string {
  return `applied_${contender.replaceAll('-', '_')}`;
}
