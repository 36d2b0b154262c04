import { connect, type Socket } from 'node:net';
import { MessageChannel, Worker } from 'node:worker_threads';
import { Conversation } from './conversation.ts';

/** `pg_dump` 18 of the PostgreSQL project, in WebAssembly: it dumps servers of all majors that we know. */
export class PgDump implements AsyncDisposable {
  readonly #answered = new Int32Array(new SharedArrayBuffer(4));
  readonly #channel = new MessageChannel();
  readonly #worker: Worker;
  #socket: Socket | null = null;
  #conversation = new Conversation();
  #failure = '';
  #last: Promise<unknown> = Promise.resolve();

  constructor() {
    this.#worker = new Worker(new URL('./pg-dump-worker.mjs', import.meta.url), {
      workerData: { port: this.#channel.port2, signal: this.#answered.buffer },
      transferList: [this.#channel.port2],
    });
    this.#channel.port1.on('message', (bytes: Uint8Array) => this.#send(bytes));
    this.#channel.port1.unref();
    this.#worker.unref();
  }

  /** Dumps the schema of a database, one after another. The URL may name a folder of sockets as its `host` parameter. */
  dump(url: string): Promise<string> {
    const dumped = this.#last.then(() => this.#dump(new URL(url)));
    this.#last = dumped.catch(() => {});
    return dumped;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#channel.port1.close();
    await this.#worker.terminate();
  }

  async #dump(url: URL): Promise<string> {
    this.#open(url);
    const connection = {
      host: 'localhost',
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      dbname: decodeURIComponent(url.pathname.slice(1)),
    };
    const dsn = Object.entries(connection).map(([name, value]) => `${name}='${value.replaceAll(/['\\]/g, '\\$&')}'`);
    const answer = new Promise<{ text?: string; error?: string }>((resolve, reject) => {
      this.#worker.once('message', resolve);
      this.#worker.once('error', reject);
    });
    this.#worker.postMessage(['--schema-only', '--exclude-schema=plumb_shadow', '-d', dsn.join(' ')]);
    this.#worker.ref();
    const { text, error } = await answer.finally(() => {
      this.#worker.removeAllListeners('message').removeAllListeners('error').unref();
      const socket = this.#socket;
      this.#socket = null;
      socket?.destroy();
    });
    if (text === undefined) throw new Error([error, this.#failure].filter((part) => part !== '').join('\n'));
    return text;
  }

  #open(url: URL): void {
    const folder = url.searchParams.get('host');
    const port = Number(url.port || 5432);
    const socket = folder?.startsWith('/') ? connect(`${folder}/.s.PGSQL.${port}`) : connect(port, url.hostname);
    const conversation = new Conversation();
    socket.on('data', (bytes) => {
      const answer = conversation.receive(bytes);
      if (answer !== null) this.#answer(answer);
    });
    socket.on('error', ({ message }) => {
      this.#failure = message;
    });
    socket.on('close', () => {
      if (this.#socket === socket) this.#answer(conversation.rest());
    });
    this.#socket = socket;
    this.#failure = '';
    this.#conversation = conversation;
  }

  #send(bytes: Uint8Array): void {
    const next = this.#conversation.send(bytes);
    if (next === 'goodbye') {
      const socket = this.#socket;
      this.#socket = null;
      socket?.end(bytes);
    } else this.#socket?.write(bytes);
    if (next !== 'answer expected') this.#answer(null);
  }

  #answer(bytes: Uint8Array | null): void {
    this.#channel.port1.postMessage(bytes);
    Atomics.store(this.#answered, 0, 1);
    Atomics.notify(this.#answered, 0);
  }
}
