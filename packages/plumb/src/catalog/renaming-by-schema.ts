import type { Catalog, CatalogObject } from './catalog-object.ts';
import { identifier, objectId, qualified } from './identifier.ts';
import type { Renaming } from './kind.ts';
import { type Statement, statement } from './statement.ts';
import { isStored } from './stored-values.ts';

interface Named {
  readonly schema: string;
  readonly name: string;
}

/** Renames what has a name in a schema, where all that is told of it is alike. `word` is as in ALTER TYPE. */
export function renamingBySchema<Facts extends Named>(
  word: string,
  isFree: (catalog: Catalog, schema: string, name: string) => boolean,
): Renaming<Facts> {
  return {
    asks: false,
    path: ({ facts }) => [facts.schema, facts.name],
    mayBe: (from, to, catalogs) =>
      withoutName(from) === withoutName(to) &&
      isFree(catalogs.from, to.facts.schema, to.facts.name) &&
      isFree(catalogs.from, to.facts.schema, from.facts.name) === (from.facts.schema !== to.facts.schema),
    rename: (was, is) => moved(word, was, is),
  };
}

/** Types whose values no column holds are the same where they are alike: nobody needs to be asked. */
export function typeRenaming<Facts extends Named>(word: string): Renaming<Facts> {
  return {
    ...renamingBySchema(word, isFreeTypeName),
    asks: true,
    holds: ({ id }, catalog) => isStored(id, catalog),
  };
}

const typeKinds = [
  'base-type',
  'composite',
  'domain',
  'enum',
  'foreign-table',
  'materialized-view',
  'range',
  'sequence',
  'shell-type',
  'table',
  'view',
];

/** Whether an object of one kind can't have the name of one of the other kind in the same schema. */
export function shareNames(one: string, other: string): boolean {
  const relations = [...typeKinds, 'index'];
  return one === other || (relations.includes(one) && relations.includes(other));
}

/** Whether no type, and no table that has one, is of the name. */
function isFreeTypeName(catalog: Catalog, schema: string, name: string): boolean {
  return typeKinds.every((kind) => !catalog.objects.has(objectId(kind, [schema, name])));
}

function withoutName({ facts }: CatalogObject<Named>): string {
  return JSON.stringify({ ...facts, schema: null, name: null });
}

function moved(
  word: string,
  [schema = '', name = '']: readonly string[],
  [newSchema = '', newName = '']: readonly string[],
): readonly Statement[] {
  return [
    ...(schema === newSchema
      ? []
      : [statement(`ALTER ${word} ${qualified(schema, name)} SET SCHEMA ${identifier(newSchema)}`)]),
    ...(name === newName
      ? []
      : [statement(`ALTER ${word} ${qualified(newSchema, name)} RENAME TO ${identifier(newName)}`)]),
  ];
}
