import { MigrationProblem } from '../../contract/problem.ts';
import type { FolderListing, LayoutReader, MigrationFiles } from '../layout.ts';
import { singleFile } from './single-files.ts';

const journal = 'meta/_journal.json';

/** Drizzle's journal says which files there are, and in which order. */
export const drizzleJournal: LayoutReader = async (folder) => {
  if (!folder.names.includes(journal)) return null;
  const tags = tagsOf(folder, await folder.read(journal));
  if (tags === null) return null;
  const migrations = tags.map((tag): MigrationFiles => {
    const name = `${tag}.sql`;
    if (folder.names.includes(name)) return { ...singleFile(name), mode: 'transaction' };
    throw new MigrationProblem('FILE_INVALID', `${folder.shown}/${journal} names ${tag}, and there is no ${name}.`, {
      hint: 'Bring the file back, or take its entry out of the journal (`drizzle-kit drop` does both).',
    });
  });
  return { format: 'drizzle', migrations };
};

/** Null where it lists nothing, as before the first migration. */
function tagsOf({ shown }: FolderListing, text: string): readonly string[] | null {
  const content = parsed(shown, text);
  if (typeof content !== 'object' || content === null || !('entries' in content)) return null;
  if (!Array.isArray(content.entries)) return null;
  const entries: readonly unknown[] = content.entries;
  return entries.flatMap((entry) => {
    const tag = typeof entry === 'object' && entry !== null && 'tag' in entry ? entry.tag : null;
    return typeof tag === 'string' ? [tag] : [];
  });
}

function parsed(shown: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new MigrationProblem('FILE_INVALID', `${shown}/${journal} is not JSON.`, {
      hint: 'A merge may have left its marks there: keep the entries of both sides, in the order of their numbers.',
      cause: error,
    });
  }
}
