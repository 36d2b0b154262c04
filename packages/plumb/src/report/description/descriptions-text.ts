import type { DatabaseDescription, Description } from '../../catalog/description/description.ts';
import type { Look } from '../look.ts';
import { renderDescription } from './object-text.ts';
import { renderDatabase } from './schema-text.ts';

/** All that was asked for, with a rule between one object and the next. */
export function renderDescriptions(
  { database, found }: { readonly database: DatabaseDescription | null; readonly found: readonly Description[] },
  look: Look,
): string {
  if (database !== null) return renderDatabase(database, look);
  const rule = look.muted((look.unicode ? '─' : '-').repeat(Math.min(look.width, 40)));
  return found.map((each) => renderDescription(each, look)).join(`\n\n${rule}\n\n`);
}
