import type { Answer, Samples } from './answer.ts';

export type Release = () => Promise<void>;

export interface Work<Order> {
  /** Does what an order says, and calls `opened` with what lets go of all that it has opened. */
  readonly measure: (order: Order, opened: (release: Release) => void) => Promise<Samples>;
  /** Whether the process stays after its answer, with what it has opened. */
  readonly stays: (order: Order) => boolean;
}

/**
 * Makes this process a child of the benchmark: it carries out one order, answers, and ends. One that prepares stays, with
 * its server, until the parent lets go of it or dies.
 */
export async function carryOut<Order>({ measure, stays }: Work<Order>): Promise<void> {
  let release: Release = async () => {};
  // Ctrl-C reaches every process of the terminal, but it is the parent who says what has to end when.
  process.on('SIGINT', () => {});
  process.on('disconnect', async () => {
    await release().catch(() => {});
    process.exit();
  });
  const order: Order = JSON.parse(process.argv[2] ?? '');
  const carriedOut = async (): Promise<Samples> => {
    const samples = await measure(order, (opened) => {
      release = opened;
    });
    if (!stays(order)) await release();
    return samples;
  };
  const answer: Answer = await carriedOut().then(
    (samples) => ({ samples }),
    (error: unknown) => ({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
  process.send?.(answer, () => {
    if (!stays(order) || 'error' in answer) process.disconnect();
  });
}
