import type { Catalog } from '../catalog/catalog-object.ts';
import { identifier, objectId } from '../catalog/identifier.ts';
import { readCatalog } from '../catalog/read-catalog.ts';
import { type Statement, statement } from '../catalog/statement.ts';
import { errorMessage } from '../contract/error-message.ts';
import type { RenameChoice } from '../plan/renames.ts';
import { isServersFault } from '../postgres/error-code.ts';
import { shadowRunner } from '../sources/stand-ins/shadow-runner.ts';
import type { Scratch } from './shadow-of.ts';

export interface RenamingSession {
  /** Does it, with what it takes; or says why PostgreSQL doesn't. */
  rename(choice: RenameChoice, catalog: Catalog): Promise<DoneRename | { readonly why: string }>;
  read(): Promise<Catalog>;
  close(): Promise<void>;
}

export interface DoneRename {
  readonly up: readonly Statement[];
  readonly down: readonly Statement[];
}

export async function openRenaming(shadow: () => Promise<Scratch>): Promise<RenamingSession> {
  const database = await shadow();
  const client = await database.connect();
  const runner = shadowRunner(client);
  const made = new Set<string>();
  return {
    async rename({ is, statements, reverse }, catalog) {
      const schema = is.length === 2 ? (is[0] ?? '') : '';
      const isMade = schema !== '' && !made.has(schema) && !catalog.objects.has(objectId('schema', [schema]));
      const up = isMade ? [statement(`CREATE SCHEMA ${identifier(schema)}`), ...statements] : statements;
      const down = isMade ? [...reverse, statement(`DROP SCHEMA ${identifier(schema)}`)] : reverse;
      try {
        await runner.run('begin');
        for (const { sql } of up) await runner.run(sql);
        await runner.run('commit');
      } catch (error) {
        if (isServersFault(error)) throw error;
        await runner.run('rollback');
        return { why: `PostgreSQL says: ${errorMessage(error)}.` };
      }
      if (isMade) made.add(schema);
      return { up, down };
    },
    read: () => readCatalog(client),
    close: async () => {
      await client.end();
      await database.drop();
    },
  };
}
