import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type Answer, isAnswer, type Samples } from './answer.ts';
import type { Workplace } from './workplace.ts';

export interface Job {
  /** What the child is told; it has to be JSON. */
  readonly order: object;
  /** The name of the folder that it works in. */
  readonly folder: string;
  /** Whether it stays after its answer, until all are let go of. */
  readonly stays?: boolean;
  readonly execArgv?: readonly string[];
}

/** The child processes of one run. */
export class Children {
  readonly #workplace: Workplace;
  readonly #running = new Set<ChildProcess>();
  #closed = false;

  constructor(workplace: Workplace) {
    this.#workplace = workplace;
  }

  /** Starts a child and waits for its answer; unless it stays, it has ended by then. */
  async run(job: Job): Promise<Samples> {
    if (this.#closed) throw new Error('interrupted');
    const child = this.#start(job);
    const ended = once(child, 'exit');
    const errors: string[] = [];
    child.stderr?.on('data', (chunk) => errors.push(String(chunk)));
    const answer = await new Promise<Answer>((resolve) => {
      child.on('message', (message) => {
        if (isAnswer(message)) resolve(message);
      });
      child.on('error', (error) => resolve({ error: error.message }));
      child.on('exit', (code, signal) => resolve({ error: `ended with ${signal ?? code}: ${errors.join('')}` }));
    });
    if (!job.stays || 'error' in answer) await ended;
    if ('error' in answer) throw new Error(answer.error);
    return answer.samples;
  }

  /** Lets go of every child, and waits until they have stopped what they had started. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#running].map(endChild));
  }

  #start({ order, folder: name, execArgv = [] }: Job): ChildProcess {
    const { program, user } = this.#workplace;
    const folder = this.#workplace.folder(name);
    const child = fork(program, [JSON.stringify(order)], {
      cwd: folder,
      env: environment(folder, this.#workplace.folder('tmp')),
      execArgv: [...execArgv],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      ...user,
    });
    this.#running.add(child);
    child.once('exit', () => this.#running.delete(child));
    return child;
  }
}

const patience = 15_000;

async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  if (child.connected) child.disconnect();
  await ended;
  clearTimeout(timer);
}

/** Nothing of what the caller's shell says about databases; temporary files and caches lie in the folder of the run. */
function environment(home: string, temporary: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(PG|POSTGRES_|PLUMB_|DATABASE_URL$|NODE_|npm_|XDG_|LOCALAPPDATA$)/i.test(name),
  );
  return { ...Object.fromEntries(inherited), HOME: home, TMPDIR: temporary, TEMP: temporary, TMP: temporary };
}
