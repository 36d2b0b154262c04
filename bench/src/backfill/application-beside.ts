import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Setting } from './application.ts';

/** Does work while the application runs in a thread of its own; the latencies that its requests had meanwhile. */
export async function withApplication(setting: Setting, work: () => Promise<void>): Promise<readonly number[]> {
  const worker = new Worker(new URL('./application.js', import.meta.url), { workerData: setting });
  await once(worker, 'message');
  try {
    await work();
    worker.postMessage('enough');
    const [latencies]: (readonly number[])[] = await once(worker, 'message');
    if (latencies === undefined) throw new Error('the application told nothing');
    return latencies;
  } finally {
    await worker.terminate();
  }
}
