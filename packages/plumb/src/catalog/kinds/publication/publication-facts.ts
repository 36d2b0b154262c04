import type { CatalogObject } from '../../catalog-object.ts';
import { identifier, objectId, qualified } from '../../identifier.ts';
import type { Hazard } from '../../statement.ts';
import { withoutOuterBrackets } from '../index/split-definition.ts';

/** A publication; what it publishes are objects of their own, unless it is all. */
export type PublicationFacts = {
  readonly name: string;
  readonly allTables: boolean;
  /** Of `publishable`, in that order. */
  readonly publish: readonly string[];
  readonly viaRoot: boolean;
  /** Whether stored generated columns are published without being named, which PostgreSQL 18 can. */
  readonly generatedColumns: boolean;
};

/** A table that a publication names. */
export type PublicationTableFacts = {
  readonly publication: string;
  readonly schema: string;
  readonly table: string;
  /** Null is all; by name, since the order of columns says nothing. */
  readonly columns: readonly string[] | null;
  readonly where: string | null;
};

/** A schema whose tables a publication publishes. */
export type PublicationSchemaFacts = {
  readonly publication: string;
  readonly schema: string;
};

export const publishable = ['insert', 'update', 'delete', 'truncate'] as const;

export type PublicationTable = CatalogObject<PublicationTableFacts>;

export function publicationId(name: string): string {
  return objectId('publication', [name]);
}

export function publicationTableId(publication: string, schema: string, table: string): string {
  return objectId('publication-table', [publication], ` of ${qualified(schema, table)}`);
}

export function publicationSchemaId(publication: string, schema: string): string {
  return objectId('publication-schema', [publication], ` of ${identifier(schema)}`);
}

export function isPublication(object: CatalogObject): object is CatalogObject<PublicationFacts> {
  return object.kind === 'publication';
}

export function isPublicationTable(object: CatalogObject): object is PublicationTable {
  return object.kind === 'publication-table';
}

export function isPublicationSchema(object: CatalogObject): object is CatalogObject<PublicationSchemaFacts> {
  return object.kind === 'publication-schema';
}

/** `public.users`, without the tables that inherit from it. */
export function tableName({ facts, notes }: PublicationTable): string {
  return `${notes?.hasChildren ? 'ONLY ' : ''}${qualified(facts.schema, facts.table)}`;
}

/** `public.users (id, email) WHERE (id > 5)` */
export function tableClause(object: PublicationTable): string {
  const { columns, where } = object.facts;
  return [
    tableName(object),
    ...(columns === null ? [] : [`(${columns.map(identifier).join(', ')})`]),
    ...(where === null ? [] : [`WHERE (${withoutOuterBrackets(where)})`]),
  ].join(' ');
}

/** PostgreSQL refuses what it couldn't tell subscribers about. */
export function unidentified({ facts, notes }: PublicationTable, publish: readonly string[]): Hazard[] {
  const verbs = publish.filter((verb) => verb === 'update' || verb === 'delete');
  if (notes?.hasIdentity !== false || verbs.length === 0) return [];
  const table = qualified(facts.schema, facts.table);
  const words = verbs.map((verb) => verb.toUpperCase()).join(' and ');
  return [
    {
      kind: 'blocks-writes',
      message: `${words} on ${table} fail once it is published, because it has neither a primary key nor another replica identity.`,
      objects: [table],
    },
  ];
}
