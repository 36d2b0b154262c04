import type { CatalogObject } from '../../../catalog-object.ts';
import { identifier } from '../../../identifier.ts';
import type { Context } from '../../../kind.ts';
import { type Statement, statement } from '../../../statement.ts';
import { isDefault } from '../../default/default-facts.ts';
import { setDefault } from '../../default/set-default.ts';
import { isVolatile } from '../../default/volatility.ts';
import { isSequence } from '../../sequence/sequence-facts.ts';
import { createSequence } from '../../sequence/write-sequence.ts';
import { relationIdOf } from '../../table/lineage.ts';
import { alterRelation } from '../alter-relation.ts';
import { columnAfterwards, columnClause } from '../column-clause.ts';
import type { Column } from '../column-facts.ts';
import { setNotNull } from '../set-not-null.ts';
import { fillRows } from './fill-rows.ts';

/** Whether giving each row its own value at once would keep a big table locked. */
export function takesLong(column: Column, context: Context, parts: readonly CatalogObject[]): boolean {
  const relation = relationIdOf(column);
  const fallback = parts.filter(isDefault).find(({ parent }) => parent === column.id);
  if (column.facts.relation !== 'table' || !context.online || !context.stays(relation)) return false;
  return fallback !== undefined && isVolatile(fallback, context) && context.stepwise(relation);
}

/** Adds the column without values, gives new rows theirs, then those that are there in batches. */
export function addStepwise(column: Column, context: Context, parts: readonly CatalogObject[]): readonly Statement[] {
  const { facts } = column;
  const bare = { ...column, facts: { ...facts, notNull: null } };
  const fallback = parts.filter(isDefault).find(({ parent }) => parent === column.id);
  const sequences = parts.filter(isSequence).filter(({ parent }) => parent === column.id);
  const expression = fallback?.facts.expression ?? 'NULL';
  const name = identifier(facts.name);
  return [
    statement(`${alterRelation(facts)} ADD COLUMN ${columnClause(bare, context, [])}`),
    ...columnAfterwards(bare, context),
    ...sequences.flatMap((each) => createSequence(each.facts, context)),
    ...(fallback === undefined ? [] : [setDefault(fallback.facts, expression)]),
    fillRows({ ...facts, change: `${name} = ${expression} WHERE ${name} IS NULL` }, context),
    ...(facts.notNull === null ? [] : setNotNull(facts, facts.notNull, context)),
  ];
}
