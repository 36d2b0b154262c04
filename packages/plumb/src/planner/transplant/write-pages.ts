import type { ProfiledRelation } from '../profile/profile.ts';
import { metaPage, treePages } from './btree-pages.ts';
import type { DatabaseFiles } from './database-files.ts';
import { brinMetaPage, ginMetaPage } from './other-meta-pages.ts';

/** Gives a relation production's size, and an index the pages that the planner reads. */
export function writePages(
  files: DatabaseFiles,
  file: string,
  { method, pages, tree, gin, brin }: Pick<ProfiledRelation, 'method' | 'pages' | 'tree' | 'gin' | 'brin'>,
  leaf: Buffer | null,
): void {
  if (pages === 0) return;
  files.extend(file, pages);
  if (method === 'btree' && tree?.height !== undefined && pages > tree.height + 1) {
    const pagesOfTree = treePages(tree.height, leaf);
    files.writePages(file, 0, [metaPage(files.readPage(file, 0), tree.height), ...pagesOfTree]);
  }
  if (method === 'gin' && gin !== undefined) files.writePages(file, 0, [ginMetaPage(files.readPage(file, 0), gin)]);
  if (method === 'brin' && brin !== undefined) files.writePages(file, 0, [brinMetaPage(files.readPage(file, 0), brin)]);
}
