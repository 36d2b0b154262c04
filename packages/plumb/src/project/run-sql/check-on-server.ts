import { offsetOfCharacter } from '@pgplumb/migrate/sql';
import type { Client, Connection, Submittable } from 'pg';
import { DatabaseError } from 'pg';
import type { Statement, SyntaxFault } from '../../sql/split-statements.ts';

/** Asks the server to parse a statement, without running it. Null when it understands. */
export async function syntaxFaultOnServer(client: Client, statement: Statement): Promise<SyntaxFault | null> {
  try {
    await new Promise<void>((resolve, reject) => client.query(new ParseOnly(statement.text, resolve, reject)));
    return null;
  } catch (error) {
    // Anything else, such as a table that an earlier statement has yet to create, is found when it is run.
    if (!(error instanceof DatabaseError) || error.code !== '42601') return null;
    const offset = offsetOfCharacter(statement.text, Number(error.position ?? 1) - 1);
    return { source: statement.source, offset: statement.start + offset, message: error.message };
  }
}

/** The first message of the extended protocol, and no other. */
class ParseOnly implements Submittable {
  readonly #text: string;
  readonly #resolve: () => void;
  readonly #reject: (error: Error) => void;

  constructor(text: string, resolve: () => void, reject: (error: Error) => void) {
    this.#text = text;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  submit(connection: Connection): void {
    connection.parse({ name: '', text: this.#text, types: [] }, true);
    connection.sync();
  }

  handleError(error: Error): void {
    this.#reject(error);
  }

  handleReadyForQuery(): void {
    this.#resolve();
  }
}
