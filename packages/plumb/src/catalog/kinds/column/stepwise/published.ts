import type { Catalog } from '../../../catalog-object.ts';
import { identifier } from '../../../identifier.ts';
import type { Context } from '../../../kind.ts';
import type { Hazard } from '../../../statement.ts';
import {
  isPublication,
  isPublicationSchema,
  isPublicationTable,
  type PublicationFacts,
  type PublicationTable,
  publicationId,
} from '../../publication/publication-facts.ts';
import { relationName } from '../alter-relation.ts';
import { columnId } from '../column-facts.ts';
import { replicaIdentityOf } from './table-keys.ts';

interface Place {
  readonly schema: string;
  readonly table: string;
}

interface Publishing {
  readonly publication: PublicationFacts;
  /** Null where it is published with all others. */
  readonly named: PublicationTable | null;
}

function publishingOf({ schema, table }: Place, { objects }: Catalog): readonly Publishing[] {
  return [...objects.values()].flatMap((object): readonly Publishing[] => {
    if (isPublication(object)) return object.facts.allTables ? [{ publication: object.facts, named: null }] : [];
    const isNamed = isPublicationTable(object) && object.facts.schema === schema && object.facts.table === table;
    const isWithin = isPublicationSchema(object) && object.facts.schema === schema;
    if (!isNamed && !isWithin) return [];
    const publication = objects.get(publicationId(object.facts.publication));
    return publication && isPublication(publication)
      ? [{ publication: publication.facts, named: isNamed ? object : null }]
      : [];
  });
}

/** Why PostgreSQL refuses to update a table's rows; null where it doesn't. */
export function whyNotUpdated(place: Place, catalog: Catalog): string | null {
  const identity = replicaIdentityOf(`table ${relationName(place)}`, catalog);
  for (const { publication, named } of publishingOf(place, catalog)) {
    if (publication.publish.includes('update') && !isTold(named, place, identity, catalog)) {
      return `the publication ${identifier(publication.name)} can't tell which rows are updated`;
    }
  }
  return null;
}

/** Whether what is published of a table is enough to identify its rows. */
function isTold(
  named: PublicationTable | null,
  { schema, table }: Place,
  identity: readonly string[] | 'full' | null,
  { needs }: Catalog,
): boolean {
  if (identity === null) return false;
  const columns = named?.facts.columns ?? null;
  if (identity === 'full') return columns === null;
  if (columns !== null && !identity.every((column) => columns.includes(column))) return false;
  if (named === null || named.facts.where === null) return true;
  const keys = new Set(identity.map((column) => columnId(schema, table, column)));
  return [...(needs.get(named.id) ?? [])].every((id) => !id.startsWith('column ') || keys.has(id));
}

/** A column more is sent to subscribers as soon as it is there. */
export function subscriberHazards(place: Place, column: string, { from }: Context): readonly Hazard[] {
  return publishingOf(place, from).flatMap(({ publication, named }): readonly Hazard[] => {
    if ((named?.facts.columns ?? null) !== null) return [];
    const table = relationName(place);
    const message = `Subscribers of the publication ${identifier(publication.name)} stop until their ${table} has the column ${identifier(column)}, too.`;
    return [{ kind: 'object-unavailable', message, objects: [table] }];
  });
}
