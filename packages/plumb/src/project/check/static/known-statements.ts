import type { PlacedStatement } from '@pgplumb/migrate/sql';
import { Problem } from '../../../contract/problem.ts';
import { maskUrl } from '../../../postgres/connection/mask-url.ts';
import type { GivenFiles } from '../../../sources/read/given-file.ts';
import type { SchemaSource } from '../../../sources/schema-source.ts';

/** What is there before migrations, as statements tell it. */
export interface KnownStatements {
  readonly label: string;
  readonly statements: readonly PlacedStatement[];
}

export async function knownStatements(source: SchemaSource, signal: AbortSignal): Promise<KnownStatements> {
  switch (source.type) {
    case 'empty':
      return { label: 'empty', statements: [] };
    case 'url':
      throw new Problem('USAGE', '--static reads SQL, and --base is a database.', {
        hint: 'Leave out --static, or give a file or a folder of SQL, as `plumb dump` writes it.',
      });
    case 'files': {
      const { readFiles } = await import('../../../sources/read/read-files.ts');
      const label = source.shown ?? source.path;
      return { label, statements: await statementsOf(await readFiles(source.path, label)) };
    }
    case 'migrations': {
      const { readMigrations } = await import('../../../sources/read/read-migrations.ts');
      const shown = source.shown ?? source.folder;
      const read = await readMigrations(source.folder, shown, source.versions);
      return { label: `migrations:${shown}`, statements: await statementsOf(read) };
    }
    case 'exec': {
      const { readCommand } = await import('../../../sources/read/read-command.ts');
      const read = await readCommand(source.command, source.cwd, signal);
      return { label: `exec:${maskUrl(source.command)}`, statements: await statementsOf(read) };
    }
  }
}

async function statementsOf({ files }: GivenFiles): Promise<readonly PlacedStatement[]> {
  if (files.length === 0) return [];
  const { scriptOf } = await import('../../../sources/read/script-of.ts');
  const scripts = await Promise.all(files.map(scriptOf));
  return scripts.flatMap(({ script }) =>
    script.pieces.map(({ source, start, text }) => ({ source, start, end: start + text.length, text })),
  );
}
