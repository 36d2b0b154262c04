import type { Client } from 'pg';
import type { Run } from '../shadow/run.ts';

/** What a guest's sessions may take of the machine, however they were told to take no more. */
export interface GuestLimits {
  /** That one statement, or one script, may take. */
  readonly milliseconds: number;
  /** Of a database, with all that was made in it. */
  readonly bytes: number;
  /** Of the answer to one statement. */
  readonly answerBytes: number;
}

const usualGuestLimits: GuestLimits = {
  milliseconds: 600_000,
  bytes: 4_000_000_000,
  answerBytes: 512_000_000,
};

const interval = 500;

/** Looks at the sessions of one guest, as long as there are any, and ends those that take too much. */
export class GuestWatch {
  readonly #run: Run;
  readonly #limits: GuestLimits;
  /** What each had read when it was looked at last. */
  readonly #sessions = new Map<Client, number>();
  #timer: NodeJS.Timeout | null = null;
  #looking = false;
  readonly #guest: string;

  constructor(run: Run, guest: string, limits: GuestLimits = usualGuestLimits) {
    this.#run = run;
    this.#guest = guest;
    this.#limits = limits;
  }

  add(client: Client): void {
    this.#sessions.set(client, 0);
    client.once('end', () => this.#remove(client));
    this.#timer ??= setInterval(() => this.#look(), interval).unref();
  }

  #remove(client: Client): void {
    this.#sessions.delete(client);
    if (this.#sessions.size > 0 || this.#timer === null) return;
    clearInterval(this.#timer);
    this.#timer = null;
  }

  #look(): void {
    for (const [client, before] of this.#sessions) {
      const { stream } = client.connection;
      const read = bytesRead(stream);
      this.#sessions.set(client, read);
      // an answer that is still coming fills the memory of this process
      if (read - before > this.#limits.answerBytes / 2)
        stream.destroy(new Error('The answer to a statement is too large.'));
    }
    if (this.#looking) return;
    this.#looking = true;
    this.#endGreedy()
      // the server is gone, or busy; the next round looks again
      .catch(() => {})
      .finally(() => {
        this.#looking = false;
      });
  }

  async #endGreedy(): Promise<void> {
    const { milliseconds, bytes } = this.#limits;
    await this.#run(
      `
      SELECT pg_terminate_backend(busy.pid)
      FROM (
        SELECT pid, datid, extract(epoch FROM clock_timestamp() - query_start) * 1000 AS milliseconds
        FROM pg_stat_activity
        WHERE usename = $1 AND starts_with(datname, 'plumb_') AND state = 'active' AND clock_timestamp() - query_start > interval '${interval} ms'
      ) AS busy
      WHERE milliseconds > $2 OR pg_database_size(datid) > $3
    `,
      [this.#guest, milliseconds, bytes],
    );
  }
}

function bytesRead(stream: object): number {
  return 'bytesRead' in stream && typeof stream.bytesRead === 'number' ? stream.bytesRead : 0;
}
