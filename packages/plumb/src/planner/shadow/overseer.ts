import type { Client } from 'pg';

/** A superuser's session on the shadow, for what only superusers may write; runs nothing of the schema. */
export class Overseer {
  readonly #connect: () => Promise<Client>;
  #client: Promise<Client> | null = null;

  constructor(connect: () => Promise<Client>) {
    this.#connect = connect;
  }

  /** Connected when it is asked for first. */
  client(): Promise<Client> {
    this.#client ??= this.#open();
    return this.#client;
  }

  async close(): Promise<void> {
    await (await this.#client?.catch(() => null))?.end();
  }

  async #open(): Promise<Client> {
    const client = await this.#connect();
    await client.query("set search_path = ''");
    return client;
  }
}
