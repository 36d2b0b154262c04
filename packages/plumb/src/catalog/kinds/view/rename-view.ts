import type { CatalogObject } from '../../catalog-object.ts';
import { identifier, qualified } from '../../identifier.ts';
import type { Renaming } from '../../kind.ts';
import { statement } from '../../statement.ts';

interface Named {
  readonly schema: string;
  readonly name: string;
}

/** Views hold nothing of their own: two that are alike but for the name, or the schema, are the same. */
export function viewRenaming<Facts extends Named>(word: 'VIEW' | 'MATERIALIZED VIEW'): Renaming<Facts> {
  return {
    asks: false,
    path: ({ facts }) => [facts.schema, facts.name],
    mayBe: (from, to) =>
      (from.facts.schema === to.facts.schema || from.facts.name === to.facts.name) &&
      withoutName(from) === withoutName(to),
    rename: ([schema = '', was = ''], [newSchema = '', is = '']) => [
      ...(schema === newSchema
        ? []
        : [statement(`ALTER ${word} ${qualified(schema, was)} SET SCHEMA ${identifier(newSchema)}`)]),
      ...(was === is ? [] : [statement(`ALTER ${word} ${qualified(newSchema, was)} RENAME TO ${identifier(is)}`)]),
    ],
  };
}

function withoutName({ facts }: CatalogObject<Named>): string {
  return JSON.stringify({ ...facts, schema: null, name: null });
}
