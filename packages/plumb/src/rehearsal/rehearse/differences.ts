import type { Catalog } from '../../catalog/catalog-object.ts';
import { type Change, diffCatalogs } from '../../diff/diff-catalogs.ts';

/** What of a catalogue isn't as it was, one sentence each. The order of columns may differ. */
export function differencesBetween(was: Catalog, is: Catalog): readonly string[] {
  return diffCatalogs(was, is).map(sentence);
}

function sentence(change: Change): string {
  switch (change.type) {
    case 'create':
      return `${change.object.id} is there, and was not before.`;
    case 'drop':
      return `${change.object.id} is gone.`;
    case 'alter':
      return `${change.to.id} is not as it was.`;
  }
}
