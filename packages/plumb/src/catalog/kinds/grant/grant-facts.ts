import type { Catalog, CatalogObject } from '../../catalog-object.ts';
import { identifier } from '../../identifier.ts';
import { whoRunsIt } from '../../role-name.ts';
import { isOwner, ownerId } from '../owner.ts';
import type { Grantable, Rights } from './privileges.ts';

/** What a role may do with an object, where that isn't what it may do anyway. */
export type GrantFacts = {
  /** What the rights are on, as GRANT names it. */
  readonly on: string;
  readonly grantable: Grantable;
  /** Of what it is on: default privileges may be a schema's. */
  readonly schema: string | null;
  readonly column: string | null;
  /** The id of what the owner of all this is the owner of: a column's table. */
  readonly of: string;
  readonly role: string;
  readonly isOwner: boolean;
  /** Who granted it, where that isn't the owner. */
  readonly by: string | null;
  readonly rights: Rights;
  /** What the role has where nobody granted or revoked anything. */
  readonly usual: Rights;
};

export type Grant = CatalogObject<GrantFacts>;

export function isGrant(object: CatalogObject): object is Grant {
  return object.kind === 'grant';
}

/** `subject` tells what the rights are on. An owner keeps his identity when he becomes another. */
export function grantId(
  subject: string,
  { role, isOwner, by, column }: Pick<GrantFacts, 'role' | 'isOwner' | 'by' | 'column'>,
): string {
  return [
    `grant ${subject} to ${isOwner ? 'owner' : role}`,
    ...(column === null ? [] : [`(${identifier(column)})`]),
    ...(by === null ? [] : [`by ${by}`]),
  ].join(' ');
}

/** What has the owner: a column's sequence belongs to whom the table belongs to. */
export function ownedWith(object: CatalogObject, objects: ReadonlyMap<string, CatalogObject>): CatalogObject {
  if (object.kind !== 'sequence' && object.kind !== 'column') return object;
  const container = object.parent === null ? undefined : objects.get(object.parent);
  return container === undefined ? object : ownedWith(container, objects);
}

/** The owner as SQL names him. */
export function ownerOf(id: string, { objects }: Catalog): string {
  const owner = objects.get(ownerId(id));
  return owner && isOwner(owner) ? identifier(owner.facts.role) : whoRunsIt;
}

/** What can be granted on an object of a kind. Others are made with one: an identity column's sequence. */
export const grantableOf: Readonly<Record<string, Grantable>> = {
  table: 'table',
  view: 'table',
  'materialized-view': 'table',
  'foreign-table': 'table',
  sequence: 'sequence',
  function: 'routine',
  procedure: 'routine',
  aggregate: 'routine',
  enum: 'type',
  domain: 'type',
  composite: 'type',
  range: 'type',
  'base-type': 'type',
  schema: 'schema',
  language: 'language',
  'foreign-data-wrapper': 'foreign-data-wrapper',
  server: 'server',
};

/** What COMMENT ON calls `VIEW public.v` is TABLE to GRANT. */
export function grantPhrase({ id, kind }: CatalogObject, phrase: string): string {
  if (kind === 'aggregate') return `FUNCTION ${id.slice('aggregate '.length)}`;
  return phrase
    .replace(/^(VIEW|MATERIALIZED VIEW|FOREIGN TABLE) /, 'TABLE ')
    .replace(/^DOMAIN /, 'TYPE ')
    .replace(/^SERVER /, 'FOREIGN SERVER ');
}
