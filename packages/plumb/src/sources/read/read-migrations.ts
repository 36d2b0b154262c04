import { join } from 'node:path';
import { type FolderFinding, type MigrationFolder, readMigrations as readFolder } from '@pgplumb/migrate/files';
import { orProblem } from '../../sql/problem-of.ts';
import { type GivenFile, type GivenFiles, leftOut } from './given-file.ts';
import { withoutSlash } from './read-files.ts';

/**
 * Reads what the migrations of a folder do on the way up, in the order in which they are applied; or some of them, in that
 * of their versions. A version without a file does nothing.
 */
export async function readMigrations(
  folder: string,
  shown: string,
  versions?: readonly string[],
): Promise<GivenFiles & { readonly format: MigrationFolder['format'] }> {
  const { format, migrations, findings } = await orProblem(readFolder(folder, shown));
  const prefix = `${withoutSlash(shown)}/`;
  const byVersion = new Map(migrations.map((migration) => [migration.version, migration]));
  const chosen = versions?.flatMap((version) => byVersion.get(version) ?? []) ?? migrations;
  const files = chosen.flatMap(({ up }): readonly GivenFile[] => {
    const [first] = up;
    if (first === undefined) return [];
    const { name, text } = first.source;
    return [{ source: { name, text: only(up, text) }, path: join(folder, name.slice(prefix.length)) }];
  });
  return { format, files, notes: findings.map(({ file, message, why }: FolderFinding) => leftOut(file, message, why)) };
}

interface Part {
  readonly start: number;
  readonly end: number;
}

/** Blanks stand in for the rest, so that places stay right. */
function only(parts: readonly Part[], text: string): string {
  const kept: string[] = [];
  let done = 0;
  for (const { start, end } of parts) {
    kept.push(blank(text.slice(done, start)), text.slice(start, end));
    done = end;
  }
  return kept.join('') + blank(text.slice(done));
}

function blank(text: string): string {
  return text.replaceAll(/[^\r\n]/g, ' ');
}
