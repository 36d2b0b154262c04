import { carryOut } from '../carry-out.ts';
import { dataClusterUrl, serveDataCluster } from '../data-cluster.ts';
import { clone, urlOf } from '../server-databases.ts';
import { quantile } from '../statistics.ts';
import { Stopwatch } from '../stopwatch.ts';
import { withClient } from '../with-client.ts';
import { withApplication } from './application-beside.ts';
import type { ContenderId } from './contender-names.ts';
import { contenders } from './contenders.ts';
import type { Order } from './order.ts';
import { tableScripts } from './table.ts';

await carryOut<Order>({
  stays: ({ task }) => task === 'serve',
  async measure(order, opened) {
    if (order.task === 'measure') return measure(order.contender, dataClusterUrl(order.folder), order.rows);
    opened(await serveDataCluster(order.folder));
    for (const rows of order.rows) await makeTemplate(dataClusterUrl(order.folder), rows);
    return {};
  },
});

async function makeTemplate(server: string, rows: number): Promise<void> {
  await withClient(server, (admin) => admin.query(`CREATE DATABASE ${templateOf(rows)}`));
  await withClient(urlOf(server, templateOf(rows)), async (client) => {
    for (const script of tableScripts(rows)) await client.query(script);
  });
}

async function measure(contender: ContenderId, server: string, rows: number) {
  const database = `jobs_${process.pid}`;
  const url = urlOf(server, database);
  await withClient(server, async (admin) => {
    await clone(admin, templateOf(rows), database);
    await admin.query('CHECKPOINT');
  });
  const watch = new Stopwatch();
  const latencies = await withApplication({ url, rows }, async () => {
    watch.lap();
    await contenders[contender]({ url, rows });
    watch.lap();
  });
  const size = await withClient(url, sizeOf);
  await withClient(server, (admin) => admin.query(`DROP DATABASE ${database}`));
  return {
    total: [watch.total()],
    median: [quantile(latencies, 0.5)],
    slow: [quantile(latencies, 0.99)],
    longest: [Math.max(...latencies)],
    size: [size],
  };
}

/** With its indexes, once every row has its priority. */
async function sizeOf(client: import('pg').Client): Promise<number> {
  const { rowCount } = await client.query('SELECT FROM jobs WHERE priority IS NULL LIMIT 1');
  if (rowCount !== 0) throw new Error('a row was left out');
  const { rows } = await client.query<{ size: string }>("SELECT pg_total_relation_size('jobs') AS size");
  return Number(rows[0]?.size);
}

function templateOf(rows: number): string {
  return `jobs_of_${rows}`;
}
