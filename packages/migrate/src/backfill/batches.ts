import { leaveTransaction } from '../client/leave-transaction.ts';
import { serverErrorOf } from '../client/server-error.ts';
import type { Session } from '../client/session.ts';
import type { BackfillMeans, BackfillState } from './backfill.ts';
import { BatchSize } from './batch-size.ts';
import { boundsQuery, readBounds } from './bounds.ts';
import { between, type Key } from './key.ts';
import { narrow, placedInOriginal } from './narrow.ts';
import type { NarrowableStatement } from './narrowable.ts';

/** Keys that are looked up at once, unless a batch has more. */
const ahead = 10_000;
const mostBounds = 20;

/** Milliseconds that a batch may go on without a record, when nothing was changed since. */
const unrecorded = 5_000;

/** The batches of one statement, along a key. */
export class Batches {
  readonly #session: Session;
  readonly #statement: NarrowableStatement;
  readonly #key: Key;
  readonly #size: BatchSize;
  readonly #lockTimeout: number;
  readonly #means: BackfillMeans;
  #bounds: readonly (readonly string[])[] = [];
  #boundsSize = 0;
  /** When that was written down how far it came, and how far. */
  #recordedAt = Date.now();
  #recorded: BackfillState | null = null;

  constructor(
    session: Session,
    statement: NarrowableStatement,
    key: Key,
    most: number,
    deadlockTimeout: number,
    means: BackfillMeans,
  ) {
    this.#session = session;
    this.#statement = statement;
    this.#key = key;
    this.#size = new BatchSize(most);
    // In a deadlock, it gives way before PostgreSQL looks for one, and might end the application's transaction instead.
    this.#lockTimeout = Math.max(100, Math.min(500, Math.floor(deadlockTimeout / 2)));
    this.#means = means;
  }

  /** Does the batch behind the last one; when it fails, nothing of it was done. */
  async run(state: BackfillState): Promise<BackfillState> {
    if (this.#boundsSize !== this.#size.size) this.#bounds = [];
    if (this.#bounds.length === 0) await this.#look(state);
    const began = Date.now();
    const [bound = null] = this.#bounds;
    const size = this.#boundsSize;
    const next = await this.#transaction(async (begin) => {
      const rows = await this.#change(begin, state, bound);
      return {
        ...state,
        key: bound ?? state.key,
        rows: state.rows + rows,
        walked: bound === null ? Math.max(state.walked, state.total) : state.walked + size,
        done: bound === null,
      };
    }, state);
    this.#bounds = this.#bounds.slice(1);
    if (bound !== null) this.#size.took(size, Date.now() - began);
    return next;
  }

  /** Writes down how far it came, where no batch did. */
  async record(state: BackfillState): Promise<void> {
    if (this.#recorded === state) return;
    await this.#transaction(async (begin) => {
      if (begin !== '') await this.#session.run(begin);
      return state;
    }, null);
  }

  async #look({ key: after }: BackfillState): Promise<void> {
    const { size } = this.#size;
    const times = Math.max(1, Math.min(mostBounds, Math.floor(ahead / size)));
    const query = boundsQuery(this.#key, this.#statement.relation, after, size, times);
    const begin = await this.#means.begin();
    try {
      this.#bounds = await readBounds(this.#session, begin + query);
      this.#boundsSize = size;
      await this.#session.run('COMMIT');
    } catch (error) {
      await leaveTransaction(this.#session).catch(() => {});
      throw error;
    }
  }

  /** Without a bound, it goes over all that is left. */
  async #change(begin: string, { key: after }: BackfillState, bound: readonly string[] | null): Promise<number> {
    const range = between(this.#key, this.#statement.relation.reference, after, bound);
    // What a crash of the server takes away of the last batches, it takes away of their records, too.
    const lax = bound === null ? '' : 'SET LOCAL synchronous_commit = off;';
    const settings = `${begin}SET LOCAL lock_timeout = ${this.#lockTimeout};${lax}`;
    const narrowed = narrow(this.#statement, range, settings);
    try {
      return await this.#session.change(narrowed.sql);
    } catch (error) {
      throw placedInOriginal(error, this.#statement.statement.text, narrowed);
    }
  }

  /** Does work and writes down how far it came, unless it changed nothing. */
  async #transaction(
    work: (begin: string) => Promise<BackfillState>,
    before: BackfillState | null,
  ): Promise<BackfillState> {
    try {
      const state = await work(await this.#means.begin());
      const isLate = Date.now() - this.#recordedAt > unrecorded;
      const isRecorded = state.done || state.rows !== before?.rows || isLate;
      await this.#session.run(`${isRecorded ? this.#means.save(state) : ''}COMMIT`);
      if (isRecorded) {
        this.#recorded = state;
        this.#recordedAt = Date.now();
      }
      return state;
    } catch (error) {
      if (gaveWay.has(serverErrorOf(error)?.sqlstate)) this.#size.gaveWay();
      await leaveTransaction(this.#session).catch(() => {});
      throw error;
    }
  }
}

/** lock_not_available, deadlock_detected, serialization_failure */
const gaveWay: ReadonlySet<string | undefined> = new Set(['55P03', '40P01', '40001']);
