import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { childProgram } from './child-program.ts';
import type { Content } from './contender.ts';
import type { ContenderId } from './contender-names.ts';
import { type Answer, isAnswer, type Order, type Samples, type Task } from './order.ts';
import type { Workplace } from './workplace.ts';

export interface Job {
  readonly task: Task;
  readonly contender: ContenderId;
  readonly warm: boolean;
  readonly content: Content;
  /** The name of the folder it works in. */
  readonly folder: string;
}

/** The child processes of one run. */
export class Children {
  readonly #workplace: Workplace;
  readonly #running = new Set<ChildProcess>();
  #closed = false;

  constructor(workplace: Workplace) {
    this.#workplace = workplace;
  }

  /** Starts a child and waits for its answer; one that measures has ended by then. */
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
    if (job.task !== 'prepare' || 'error' in answer) await ended;
    if ('error' in answer) throw new Error(answer.error);
    return answer.samples;
  }

  /** Lets go of every child, and waits until they have stopped what they had started. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#running].map(endChild));
  }

  #start({ task, contender, warm, content, folder: name }: Job): ChildProcess {
    const { root, user } = this.#workplace;
    const folder = this.#workplace.folder(name);
    const order: Order = { task, contender, setting: { root, folder, warm, content } };
    const child = fork(childProgram, [JSON.stringify(order)], {
      cwd: folder,
      env: environment(folder, this.#workplace.folder('tmp')),
      execArgv: task === 'memory' ? ['--expose-gc'] : [],
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
