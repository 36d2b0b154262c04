import type { Catalog, CatalogObject } from '../../catalog/catalog-object.ts';
import { superuser } from '../../postgres/embedded/cluster-files.ts';

/**
 * A database's catalogue without what another role than its main owner has, if that role is called as the superuser of
 * shadows is: on a shadow it couldn't be told from what belongs to whoever runs the SQL.
 */
export function withoutNamesake(catalog: Catalog): Catalog {
  const left = [...catalog.objects.values()].filter(namesSuperuser);
  if (left.length === 0) return catalog;
  const ids = new Set(left.map(({ id }) => id));
  const objects = left.map(({ id }) => id).toSorted();
  const some = `${objects.slice(0, 5).join(', ')}${objects.length > 5 ? ' and more' : ''}`;
  return {
    ...catalog,
    objects: new Map([...catalog.objects].filter(([id]) => !ids.has(id))),
    coverage: [
      ...catalog.coverage,
      {
        id: 'not-covered',
        severity: 'warning',
        title: `Not compared: what the role ${superuser} has`,
        message: `The main owner of the database is another role, and shadows belong to ${superuser}: ${some}.`,
        why: 'A difference in them is neither seen nor migrated.',
        fix: null,
        location: null,
        objects,
        evidence: { role: superuser },
      },
    ],
  };
}

function namesSuperuser({ facts }: CatalogObject): boolean {
  return ('role' in facts && facts.role === superuser) || ('by' in facts && facts.by === superuser);
}
