import { objectId } from '../../identifier.ts';
import type { Context } from '../../kind.ts';
import { type Statement, statement } from '../../statement.ts';
import { withoutOuterBrackets } from '../index/split-definition.ts';
import { childrenOf, effectiveColumn, parentsOf } from '../table/lineage.ts';
import { alterColumn } from './alter-relation.ts';
import type { Column, ColumnFacts } from './column-facts.ts';
import { storageName } from './storage-name.ts';

/**
 * An inherited column with all that a statement about it must know: what is its own, and otherwise what it has from its
 * parent by the time that the parent is as it should be. Without anything of its own: as it is where nothing was said.
 */
export function settled(facts: ColumnFacts, hasOwn: boolean, { to }: Context): ColumnFacts {
  const relation = objectId(facts.relation, [facts.schema, facts.table]);
  const above = parentsOf(to, relation).flatMap((parent) => effectiveColumn(to, parent, facts.name) ?? [])[0]?.facts;
  const own = hasOwn ? facts : null;
  const storage = own?.storage ?? above?.storage ?? null;
  const compression = own?.compression ?? above?.compression ?? null;
  return {
    ...facts,
    type: above?.type ?? null,
    collation: above?.collation ?? null,
    notNull: own?.notNull ?? null,
    identity: own?.identity ?? null,
    generated: own?.generated ?? above?.generated ?? null,
    storage: storage === 'default' ? null : storage,
    compression: compression === 'default' ? null : compression,
    statistics: own?.statistics ?? null,
    options: own?.options ?? {},
    foreignOptions: own?.foreignOptions ?? {},
  };
}

/** What has to be said of the tables below when a column changes: PostgreSQL hands down some of it, and to all. */
export function below(from: ColumnFacts, to: ColumnFacts, context: Context): readonly Statement[] {
  const relation = objectId(to.relation, [to.schema, to.table]);
  return childrenOf(context.to, relation).flatMap((child) => {
    const column = effectiveColumn(context.to, child, to.name);
    if (column === null || !context.stays(child) || !childrenOf(context.from, relation).includes(child)) return [];
    return [...changesOf(column, from, to, context), ...below(from, column.facts, context)];
  });
}

function changesOf({ id, facts }: Column, from: ColumnFacts, to: ColumnFacts, context: Context): readonly Statement[] {
  const kept = context.from.objects.has(id) && context.to.objects.has(id);
  const alter = alterColumn(facts);
  const expression = facts.generated?.expression;
  const handedDown = from.generated?.expression !== to.generated?.expression && from.generated !== null;
  const follows = facts.compression === to.compression;
  return [
    ...(kept && handedDown && expression !== undefined && expression !== to.generated?.expression
      ? [statement(`${alter} SET EXPRESSION AS (${withoutOuterBrackets(expression)})`)]
      : []),
    ...(kept && from.storage !== to.storage && facts.storage !== to.storage
      ? [statement(`${alter} SET STORAGE ${storageName(facts, context)}`)]
      : []),
    ...(from.compression !== to.compression && follows
      ? [statement(`${alter} SET COMPRESSION ${to.compression ?? 'default'}`)]
      : []),
  ];
}
