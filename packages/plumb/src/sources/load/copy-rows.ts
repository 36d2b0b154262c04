import type { Client, Connection, Submittable } from 'pg';

/** Runs COPY … FROM stdin with the rows that stand behind it in a script. */
export function copyRows(client: Client, sql: string, rows: string): Promise<void> {
  return new Promise((resolve, reject) => void client.query(new CopyRows(sql, rows, resolve, reject)));
}

class CopyRows implements Submittable {
  readonly #sql: string;
  readonly #rows: string;
  readonly #resolve: () => void;
  readonly #reject: (error: Error) => void;

  constructor(sql: string, rows: string, resolve: () => void, reject: (error: Error) => void) {
    this.#sql = sql;
    this.#rows = rows;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  submit(connection: Connection): void {
    connection.query(this.#sql);
  }

  handleCopyInResponse(connection: Connection): void {
    if (!takesRows(connection)) throw new Error('the driver cannot copy');
    connection.sendCopyFromChunk(Buffer.from(this.#rows));
    connection.endCopyFrom();
  }

  handleCommandComplete(): void {}

  handleError(error: Error): void {
    this.#reject(error);
  }

  handleReadyForQuery(): void {
    this.#resolve();
  }
}

/** There since node-postgres 1, missing in its types. */
interface TakesRows {
  sendCopyFromChunk(chunk: Uint8Array): void;
  endCopyFrom(): void;
}

function takesRows(connection: Connection): connection is Connection & TakesRows {
  return 'sendCopyFromChunk' in connection && 'endCopyFrom' in connection;
}
