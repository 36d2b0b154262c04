import { locationAt } from '@pgplumb/migrate/sql';
import { type Client, DatabaseError } from 'pg';
import type { Finding } from '../../contract/finding.ts';
import { Problem } from '../../contract/problem.ts';
import { serverFault } from '../../sql/sql-fault.ts';
import type { PlacedFault } from '../../sql/sql-problem.ts';
import { type ShadowRunner, shadowRunner } from '../stand-ins/shadow-runner.ts';
import { copyRows } from './copy-rows.ts';
import type { Piece } from './piece.ts';
import { isThereAlready } from './there-already.ts';

/** The server refused a statement. */
export class Refused extends Error {
  readonly piece: Piece;
  readonly error: DatabaseError;

  constructor(piece: Piece, error: DatabaseError) {
    super(error.message, { cause: error });
    this.piece = piece;
    this.error = error;
  }

  get placed(): PlacedFault {
    return { fault: serverFault(this.error, this.piece), source: this.piece.source };
  }
}

export interface LoadSessionOptions {
  readonly signal?: AbortSignal | undefined;
  readonly searchPath?: string | undefined;
  /** Milliseconds that a statement may take; as long as it will if not given. */
  readonly statementTimeout?: number | undefined;
}

/** For those who are told that something took too long. */
export const moreTime = 'It took longer than a statement may. --timeout gives more time.';

/** Dumps turn `statement_timeout` off, and many statements travel together: they have so many times as long. */
const mostTimes = 10;

const grace = 1_000;

/** The session that fills a shadow. */
export class LoadSession {
  readonly #client: Client;
  readonly #runner: ShadowRunner;
  readonly #signal: AbortSignal | undefined;
  readonly #searchPath: string | undefined;
  readonly #limit: number | undefined;

  constructor(client: Client, { signal, searchPath, statementTimeout }: LoadSessionOptions) {
    this.#client = client;
    this.#searchPath = searchPath;
    this.#limit = statementTimeout;
    this.#runner = shadowRunner(client);
    this.#signal = signal;
  }

  async begin(): Promise<void> {
    if (this.#limit !== undefined) await this.#client.query(`SET statement_timeout = ${Math.ceil(this.#limit)}`);
    if (this.#searchPath !== undefined) await this.#client.query(`SET search_path = ${this.#searchPath}`);
  }

  get notes(): readonly Finding[] {
    return this.#runner.notes;
  }

  /** Runs statements as one simple query: all or nothing, unless one of them ends the transaction. */
  async run(pieces: readonly Piece[]): Promise<void> {
    const [first] = pieces;
    if (first === undefined) return;
    this.#signal?.throwIfAborted();
    try {
      await this.#inTime(pieces, () =>
        first.rows === null ? this.#runner.run(textOf(pieces)) : copyRows(this.#client, first.text, first.rows),
      );
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      const isHarmless = pieces.length === 1 && isThereAlready(first, error);
      if (!isHarmless || (await this.inTransaction())) throw new Refused(first, error);
    }
  }

  /** What doesn't end is left with its session; the database goes with it. */
  async #inTime(pieces: readonly Piece[], work: () => Promise<void>): Promise<void> {
    if (this.#limit === undefined) return work();
    const limit = this.#limit * Math.min(pieces.length, mostTimes) + grace;
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      this.#client.connection.stream.destroy();
    }, limit);
    try {
      await work();
    } catch (error) {
      throw isLate ? neverEnding(pieces) : error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Makes what belongs to the whole cluster before a transaction begins, in which others would wait for it. */
  async foresee(pieces: readonly Piece[]): Promise<void> {
    await this.#runner.foresee(textOf(pieces));
  }

  /** A statement of ours that needs no stand-ins. */
  async query(sql: string): Promise<void> {
    await this.#client.query(sql);
  }

  /** After an error, node-postgres learns of the transaction's state only with the next answer. */
  async inTransaction(): Promise<boolean> {
    await this.#client.query('');
    return this.#client.getTransactionStatus() !== 'I';
  }

  /** What psql has when it is called anew: nothing of a file's settings, role, temporary tables or open transaction stays. */
  async renew(): Promise<void> {
    if (await this.inTransaction()) await this.#client.query('ROLLBACK');
    await this.#client.query('DISCARD ALL');
    // forgets the role that a session began with
    await this.#client.query('RESET ROLE');
    await this.begin();
  }
}

function neverEnding(pieces: readonly Piece[]): Problem {
  const [first, last] = [pieces[0], pieces.at(-1)].map((piece) =>
    piece === undefined ? '' : `${piece.source.name}:${locationAt(piece.source, piece.start, piece.start).line}`,
  );
  const where = first === last ? first : `${first} to ${last}`;
  return new Problem('SQL_FAILED', `A statement does not end: ${where}.`, { hint: moreTime });
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('\n;\n');
}
