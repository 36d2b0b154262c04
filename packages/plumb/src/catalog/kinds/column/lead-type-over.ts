import type { CatalogObject } from '../../catalog-object.ts';
import { identifier } from '../../identifier.ts';
import { type Statement, statement } from '../../statement.ts';
import { alterColumn, relationName } from './alter-relation.ts';
import type { Column } from './column-facts.ts';
import { typeName } from './type/type-name.ts';

/**
 * Leads a column from a type that was put aside to its successor, value by value; null where its values are worked out
 * anyway, or where it needs the type for something else.
 */
export function leadTypeOver(from: Column, to: Column, successor: CatalogObject): readonly Statement[] | null {
  const { facts } = to;
  if (facts.type === null || facts.generated !== null || from.facts.type !== facts.type) return null;
  const { base, array } = typeName(facts.type);
  if (successor.id.slice(successor.id.indexOf(' ') + 1) !== base) return null;
  const using = array ? arrayValue(facts.name, facts.type) : value(facts.name, facts.type, from, successor);
  const table = relationName(facts);
  return [
    statement(`${alterColumn(facts)} TYPE ${facts.type} USING ${using}`, {
      hazards: [
        {
          kind: 'rewrites-table',
          message: `${table} is written anew while nobody can read or write it: ${identifier(facts.name)} moves to the new type ${base}.`,
          objects: [table],
        },
      ],
    }),
  ];
}

function arrayValue(column: string, type: string): string {
  return `${identifier(column)}::text[]::${type}`;
}

function value(column: string, type: string, _from: Column, _successor: CatalogObject): string {
  return `${identifier(column)}::text::${type}`;
}
