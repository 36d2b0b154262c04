import { setTimeout } from 'node:timers/promises';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { Pool } from 'pg';

export interface Setting {
  readonly url: string;
  readonly rows: number;
}

/** Requests a second. */
const rate = 100;

/**
 * The application: at a fixed rate it takes a row and reads or changes it. A request waits from when it is due, also where
 * all connections are taken by those before it.
 */
async function run({ url, rows }: Setting): Promise<void> {
  const pool = new Pool({ connectionString: url, max: 20 });
  await pool.query('SELECT');
  const latencies: number[] = [];
  const requests: Promise<void>[] = [];
  let asked = false;
  parentPort?.once('message', () => {
    asked = true;
  });
  const start = performance.now();
  parentPort?.postMessage('running');
  for (let number = 0; !asked; number += 1) {
    const due = start + (number * 1000) / rate;
    await setTimeout(Math.max(0, due - performance.now()));
    const id = 1 + Math.floor(Math.random() * rows);
    const sql =
      number % 2 === 0 ? 'SELECT * FROM jobs WHERE id = $1' : 'UPDATE jobs SET attempts = attempts + 1 WHERE id = $1';
    requests.push(pool.query(sql, [id]).then(() => void latencies.push(performance.now() - due)));
  }
  await Promise.all(requests);
  await pool.end();
  parentPort?.postMessage(latencies);
}

if (!isMainThread) await run(workerData);
