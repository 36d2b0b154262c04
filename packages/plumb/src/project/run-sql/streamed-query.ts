import { type Connection, DatabaseError, type Submittable } from 'pg';
import type { ReadRows, ResultColumn, Row, RowReader } from './run-statement.ts';

interface Finished {
  /** What the server says that it did: `INSERT 0 5`. */
  readonly tag: string;
  readonly columns: readonly ResultColumn[];
  readonly reader: RowReader | undefined;
}

interface Field {
  readonly name: string;
  readonly dataTypeID: number;
  readonly dataTypeModifier: number;
}

/** The server went away, or threw us out, in the middle of a query. */
export class BrokenConnection extends Error {
  constructor(cause: Error) {
    super(cause.message, { cause });
  }
}

/**
 * A query whose values stay the text that PostgreSQL prints: in the simple protocol, as psql sends it, or with values for
 * its parameters. The methods are those by which node-postgres tells a query what the server answers.
 */
export class StreamedQuery implements Submittable {
  readonly done: Promise<Finished>;
  readonly #text: string;
  readonly #values: readonly string[];
  readonly #read: ReadRows;
  #resolve: (finished: Finished) => void = () => {};
  #reject: (error: unknown) => void = () => {};
  #connection: Connection | undefined;
  #columns: readonly ResultColumn[] = [];
  #reader: RowReader | undefined;
  #tag = '';
  #waiting: Promise<unknown>[] = [];
  #readerFailed = false;

  constructor(text: string, values: readonly string[], read: ReadRows) {
    this.#text = text;
    this.#values = values;
    this.#read = read;
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  submit(connection: Connection): void {
    this.#connection = connection;
    if (this.#values.length === 0) {
      connection.query(this.#text);
      return;
    }
    connection.parse({ name: '', text: this.#text, types: [] }, true);
    connection.bind({ values: [...this.#values] }, true);
    connection.describe({ type: 'P' }, true);
    connection.execute({}, true);
    connection.sync();
  }

  handleRowDescription({ fields }: { readonly fields: readonly Field[] }): void {
    this.#columns = fields.map(({ name, dataTypeID, dataTypeModifier }) => ({
      name,
      typeOid: dataTypeID,
      typeModifier: dataTypeModifier,
    }));
    if (this.#columns.length > 0) {
      this.#guard(() => {
        this.#reader = this.#read(this.#columns);
      });
    }
  }

  handleDataRow({ fields }: { readonly fields: Row }): void {
    const { length } = this.#waiting;
    this.#guard(() => {
      const written = this.#reader?.row(fields);
      if (written !== undefined) this.#waiting.push(written);
    });
    if (length === 0 && this.#waiting.length > 0) void this.#pause();
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    this.#tag = text;
  }

  handleReadyForQuery(): void {
    void this.#finish();
  }

  handleError(error: Error): void {
    this.#reject(error instanceof DatabaseError && error.severity !== 'FATAL' ? error : new BrokenConnection(error));
  }

  handleEmptyQuery(): void {}

  handlePortalSuspended(): void {}

  handleCopyInResponse(connection: Connection): void {
    if ('sendCopyFail' in connection && typeof connection.sendCopyFail === 'function') {
      connection.sendCopyFail('plumb sends no rows');
    }
  }

  handleCopyData(): void {}

  /** Rows that have arrived still come; the server soon waits because nobody reads on. */
  async #pause(): Promise<void> {
    const stream = this.#connection?.stream;
    stream?.pause();
    while (this.#waiting.length > 0) await this.#waiting.shift();
    stream?.resume();
  }

  async #finish(): Promise<void> {
    await Promise.all(this.#waiting);
    this.#resolve({ tag: this.#tag, columns: this.#columns, reader: this.#reader });
  }

  /** An error in the reader must not get into the midst of the protocol. */
  #guard(work: () => void): void {
    if (this.#readerFailed) return;
    try {
      work();
    } catch (error) {
      this.#readerFailed = true;
      this.#reject(error);
    }
  }
}
