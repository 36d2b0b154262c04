import { drizzleJournal } from './formats/drizzle-journal.ts';
import { filePairs } from './formats/file-pairs.ts';
import { flyway } from './formats/flyway.ts';
import { migrationFolders, upAndDownFolders } from './formats/folder-each.ts';
import { singleFiles } from './formats/single-files.ts';
import { deployAndRevert } from './formats/sqitch.ts';
import type { FolderListing, Layout, LayoutReader } from './layout.ts';

/** From those that are told by a file of their tool to the one that anything fits. */
const readers: readonly LayoutReader[] = [
  deployAndRevert,
  drizzleJournal,
  migrationFolders,
  upAndDownFolders,
  flyway,
  filePairs,
];

export async function detectLayout(folder: FolderListing): Promise<Layout> {
  for (const read of readers) {
    const layout = await read(folder);
    if (layout !== null) return layout;
  }
  return singleFiles(folder);
}
