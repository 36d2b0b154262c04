import type { CatalogObject } from '../../catalog-object.ts';
import { identifier, qualified } from '../../identifier.ts';
import type { Context } from '../../kind.ts';
import { optionLines, secretsComment } from '../../known-options.ts';
import { type Statement, statement } from '../../statement.ts';
import { columnAfterwards, columnClause } from '../column/column-clause.ts';
import { isColumn } from '../column/column-facts.ts';
import { constraintClause } from '../constraint/constraint-clause.ts';
import { isConstraint } from '../constraint/constraint-facts.ts';
import { columnClauses, elementList } from '../table/create-table.ts';
import { columnsOf } from '../table/lineage.ts';
import { isPartition } from '../table/partition-facts.ts';
import type { ForeignTable } from './foreign-table-facts.ts';

/** CREATE FOREIGN TABLE with all that can be said in it, and what can only be said after. */
export function createForeignTable(
  table: ForeignTable,
  context: Context,
  parts: readonly CatalogObject[],
): readonly Statement[] {
  const { facts, notes } = table;
  const name = qualified(facts.schema, facts.name);
  const inherits = notes?.inherits ?? [];
  const lines = [
    `CREATE FOREIGN TABLE ${name}${body(table, context, parts)}`,
    ...(inherits.length === 0 ? [] : [`INHERITS (${inherits.join(', ')})`]),
    `SERVER ${identifier(facts.server)}`,
    ...optionLines(facts.options),
  ];
  return [
    statement(lines.join('\n'), secretsComment(`ALTER FOREIGN TABLE ${name}`, notes?.secrets)),
    ...parts.filter(isColumn).flatMap((column) => columnAfterwards(column, context)),
  ];
}

/** A partition has its columns from its table; one that is attached later has to name them. */
function body(table: ForeignTable, context: Context, parts: readonly CatalogObject[]): string {
  const constraints = parts.filter(isConstraint).map(constraintClause);
  const link = parts.find(isPartition);
  if (table.facts.partitionOf !== null && link !== undefined) {
    const list = elementList(constraints);
    return ` PARTITION OF ${table.facts.partitionOf}${list && ` ${list}`} ${link.facts.bounds}`;
  }
  const columns =
    table.facts.partitionOf === null
      ? columnClauses(table, context, parts)
      : columnsOf(context.to, table.id).map((column) => columnClause(column, context, []));
  return ` ${elementList([...columns, ...constraints]) || '()'}`;
}
