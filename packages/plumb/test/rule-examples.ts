import { migrationIn } from '@pgplumb/migrate/files';
import type { Client } from 'pg';
import type { Catalog } from '../src/catalog/catalog-object.ts';
import { readCatalog } from '../src/catalog/read-catalog.ts';
import type { PostgresServer } from '../src/postgres/server.ts';
import type { ShadowDatabase } from '../src/postgres/shadow/shadow.ts';
import type { Rehearsal } from '../src/rehearsal/rehearse/rehearsal.ts';
import { rehearse } from '../src/rehearsal/rehearse/rehearse.ts';
import { tablesToFill } from '../src/rehearsal/sample/tables-to-fill.ts';
import type { Example } from '../src/rules/rule.ts';
import { shadowRunner } from '../src/sources/stand-ins/shadow-runner.ts';

/** Tries the examples of rules on a server; each base is made and read once. */
export class RuleExamples {
  readonly #server: PostgresServer;
  readonly #catalogs = new Map<string, Catalog>();

  constructor(server: PostgresServer) {
    this.#server = server;
  }

  async catalogOf({ base = '' }: Example): Promise<Catalog> {
    if (!this.#catalogs.has(base)) {
      await using shadow = await this.#server.createShadow();
      const client = await shadow.connect();
      await this.#build(client, base).finally(() => client.end());
    }
    const catalog = this.#catalogs.get(base);
    if (catalog === undefined) throw new Error('the base was not built');
    return catalog;
  }

  /** A migration on an example's base. */
  async rehearse(example: Example, text: string): Promise<Rehearsal> {
    const first = [await this.#clone(example)];
    return rehearse([migrationIn({ name: 'm.sql', text }, 'm')], {
      scratch: async () => first.pop() ?? this.#clone(example),
      tables: tablesToFill(await this.catalogOf(example)),
      statementTimeout: 30_000,
    });
  }

  #clone({ base = '' }: Example): Promise<ShadowDatabase> {
    return this.#server.createShadow({ key: `rule example ${base}`, build: (client) => this.#build(client, base) });
  }

  async #build(client: Client, base: string): Promise<void> {
    if (base !== '') await shadowRunner(client).run(base);
    this.#catalogs.set(base, await readCatalog(client));
  }
}
