import type { Writable } from 'node:stream';
import type { OutputStream } from '../report/look.ts';

/** How a closed pipe is told; `EOF` on Windows. */
const closedCodes = ['EPIPE', 'EOF', 'ERR_STREAM_DESTROYED'];

export type WriteTarget = Writable & OutputStream;

/** A stream to print to, whose reader may go away at any time: `plumb … | head`. */
export class Output {
  readonly stream: WriteTarget;
  readonly #readerGone: () => void;
  #gone = false;
  #failure: Error | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(stream: WriteTarget, readerGone: () => void = () => {}) {
    this.stream = stream;
    this.#readerGone = readerGone;
    stream.on('error', (error) => this.#fail(error));
  }

  /** Resolves when the chunk has left the process. */
  write(chunk: string): Promise<void> {
    if (this.#gone || chunk === '') return this.#last;
    this.#last = new Promise((resolve) => this.stream.write(chunk, () => resolve()));
    return this.#last;
  }

  /** Resolves when everything has left the process; throws what kept it from doing so, such as a full disk. */
  async flush(): Promise<void> {
    await this.#last;
    if (this.#failure !== undefined) throw this.#failure;
  }

  #fail(error: NodeJS.ErrnoException): void {
    if (this.#gone) return;
    this.#gone = true;
    if (closedCodes.includes(error.code ?? '')) this.#readerGone();
    else this.#failure = error;
  }
}
