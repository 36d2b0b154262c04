import { openAsBlob } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PGlite, PGliteInterface } from '@electric-sql/pglite';
import type { Contender, Content, Database } from '../contender.ts';
import { contents, firstQuery, schema } from '../content.ts';

/**
 * PostgreSQL in WebAssembly, inside the process: each database is an instance of its own, in memory. `create` initialises
 * each, `dump` loads each from a dumped data directory, `clone` copies a running instance.
 */
export function pglite(way: 'create' | 'dump' | 'clone'): Contender {
  return {
    async prepare({ folder }) {
      const { PGlite } = await import('@electric-sql/pglite');
      if (way === 'create') return async () => {};
      for (const content of contents) {
        const instance = await PGlite.create();
        if (content === 'schema') for (const part of schema) await instance.exec(part);
        // loading a compressed dump takes more than twice as long
        const dump = await instance.dumpDataDir('none');
        await writeFile(dumpFile(folder, content), Buffer.from(await dump.arrayBuffer()));
        await instance.close();
      }
      return async () => {};
    },

    async load() {
      const { PGlite } = await import('@electric-sql/pglite');
      return async ({ folder, warm, content }) => {
        if (way === 'create') {
          if (content === 'schema') return source(content, () => createWithSchema(PGlite));
          return source(content, () => PGlite.create());
        }
        if (!warm) throw new Error('a dump has to be prepared');
        const load = async (): Promise<PGlite> =>
          PGlite.create({ loadDataDir: await openAsBlob(dumpFile(folder, content)) });
        if (way === 'dump') return source(content, load);
        const original = await load();
        return source(
          content,
          () => original.clone(),
          () => original.close(),
        );
      };
    },
  };
}

async function createWithSchema({ create }: typeof PGlite): Promise<PGliteInterface> {
  const instance = await create();
  for (const part of schema) await instance.exec(part);
  return instance;
}

function source(
  content: Content,
  make: () => Promise<PGliteInterface>,
  close: () => Promise<void> = async () => {},
): { create(): Promise<Database>; close(): Promise<void> } {
  return {
    async create() {
      const instance = await make();
      await instance.query(firstQuery[content]);
      return { drop: () => instance.close() };
    },
    close,
  };
}

function dumpFile(folder: string, content: Content): string {
  return join(folder, `${content}.tar`);
}
