import type { CatalogObject } from '../../catalog-object.ts';
import { identifier } from '../../identifier.ts';
import type { Context } from '../../kind.ts';
import type { Hazard } from '../../statement.ts';
import { isDefault } from '../default/default-facts.ts';
import { isVolatile } from '../default/volatility.ts';
import { relationIdOf } from '../table/lineage.ts';
import { relationName } from './alter-relation.ts';
import type { Column } from './column-facts.ts';
import { takesLong } from './stepwise/add-column.ts';
import { notInSteps, whyNotFilled } from './stepwise/fill-rows.ts';

/** What a new column does to a table that has rows. */
export function addHazards(column: Column, context: Context, parts: readonly CatalogObject[]): readonly Hazard[] {
  const { facts } = column;
  if (!context.stays(relationIdOf(column)) || facts.relation !== 'table') return [];
  const table = relationName(facts);
  const name = `${table}.${identifier(facts.name)}`;
  const fallback = parts.filter(isDefault).find(({ parent }) => parent === column.id);
  const computed = facts.generated?.kept === 'stored' || facts.identity !== null;
  const hazards: Hazard[] = [];
  if (computed || (fallback !== undefined && isVolatile(fallback, context))) {
    const why = takesLong(column, context, parts) ? whyNotFilled(relationIdOf(column), context) : null;
    const message = `${table} is written anew while nobody can read or write it: each row gets its own value of ${identifier(facts.name)}.${notInSteps(why)}`;
    hazards.push({ kind: 'rewrites-table', message, objects: [table] });
  }
  const filled = fallback !== undefined || facts.generated !== null || facts.identity !== null;
  if (facts.notNull?.valid && !filled) {
    const message = `The migration fails where ${table} has rows: ${name} is NOT NULL and there is no value to give them.`;
    hazards.push({ kind: 'may-fail-on-rows', message, objects: [name] });
  }
  return hazards;
}
