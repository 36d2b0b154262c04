// pg_dump is synchronous: this thread sleeps while the one that owns the socket waits for the server's answer.
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { pgDump } from '@electric-sql/pglite-tools/pg_dump';

const { port, signal } = workerData;
const { instantiate } = WebAssembly;
let compiled = null;

// Every call would compile the same program again.
WebAssembly.instantiate = async (source, imports) => {
  compiled ??= WebAssembly.compile(source);
  const module = await compiled;
  return { module, instance: await instantiate(module, imports) };
};

const answered = new Int32Array(signal);

/** What `pgDump` asks of a PGlite, with a server of our own behind it. */
const channel = {
  query: async () => ({ rows: [{ search_path: 'public' }] }),
  exec: async () => [],
  execProtocolRawStream(bytes, { onRawData }) {
    Atomics.store(answered, 0, 0);
    port.postMessage(bytes.slice());
    let received = receiveMessageOnPort(port);
    while (received === undefined) {
      Atomics.wait(answered, 0, 0);
      received = receiveMessageOnPort(port);
    }
    if (received.message !== null) onRawData(received.message);
  },
};

parentPort.on('message', async (args) => {
  try {
    const file = await pgDump({ pg: channel, args });
    parentPort.postMessage({ text: await file.text() });
  } catch (error) {
    parentPort.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
});
