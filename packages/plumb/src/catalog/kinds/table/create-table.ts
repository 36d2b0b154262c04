import type { CatalogObject } from '../../catalog-object.ts';
import { identifier, qualified } from '../../identifier.ts';
import type { Context } from '../../kind.ts';
import { type Statement, statement } from '../../statement.ts';
import { columnAfterwards, columnClause } from '../column/column-clause.ts';
import { isColumn } from '../column/column-facts.ts';
import { constraintClause } from '../constraint/constraint-clause.ts';
import { isConstraint } from '../constraint/constraint-facts.ts';
import { isSequence } from '../sequence/sequence-facts.ts';
import { createSequence, isMadeBySerial } from '../sequence/write-sequence.ts';
import { carryRows } from './carry-rows.ts';
import { effectiveColumn } from './lineage.ts';
import { attach, isPartition } from './partition-facts.ts';
import { rowSecurityChanges } from './row-security.ts';
import { optionList } from './storage-options.ts';
import { isTable, type Table, type TableFacts } from './table-facts.ts';

/**
 * CREATE TABLE with all that can be said in it, and what can only be said after. Where a table is made anew, its
 * partitions are among the parts, and it is filled.
 */
export function createTable(table: Table, context: Context, parts: readonly CatalogObject[]): readonly Statement[] {
  const own = parts.filter(({ parent }) => parent === table.id);
  const ofColumns = own.filter(isColumn);
  const sequences = parts.filter(isSequence).filter(({ parent }) => ofColumns.some(({ id }) => id === parent));
  return [
    ...definition(table, context, parts),
    ...ofColumns.flatMap((column) => columnAfterwards(column, context)),
    ...sequences.flatMap((each) => (isMadeBySerial(each, context, parts) ? [] : createSequence(each.facts, context))),
    ...own.filter(isTable).flatMap((partition) => createTable(partition, context, parts)),
    ...carryRows(table, context, parts),
    ...rowSecurityChanges(null, table.facts),
  ];
}

function definition(table: Table, context: Context, parts: readonly CatalogObject[]): readonly Statement[] {
  const { facts } = table;
  const create = `CREATE ${facts.persistence === 'unlogged' ? 'UNLOGGED ' : ''}TABLE ${tableName(facts)}`;
  const own = parts.filter(({ parent }) => parent === table.id);
  const constraints = own.filter(isConstraint).map(constraintClause);
  const link = own.find(isPartition);
  if (facts.partitionOf !== null && link !== undefined && !joinsOnline(facts.partitionOf, context)) {
    const list = elementList(constraints);
    return [
      statement(
        [`${create} PARTITION OF ${facts.partitionOf}${list && ` ${list}`} ${link.facts.bounds}`, ...tail(table)].join(
          '\n',
        ),
      ),
    ];
  }
  if (facts.partitionOf !== null) {
    const like = `LIKE ${facts.partitionOf} INCLUDING COMPRESSION INCLUDING CONSTRAINTS INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING STORAGE`;
    return [
      statement([`${create} ${elementList([like, ...constraints])}`, ...tail(table)].join('\n')),
      ...(link === undefined ? [] : [attach(link.facts, context)]),
    ];
  }
  if (facts.ofType !== null) {
    const list = elementList(constraints);
    return [statement([`${create} OF ${facts.ofType}${list && ` ${list}`}`, ...tail(table)].join('\n'))];
  }
  const elements = [...columnClauses(table, context, parts), ...constraints];
  return [statement([`${create} ${elementList(elements) || '()'}`, ...tail(table)].join('\n'))];
}

/** Partitions of a table that is in use are made beside it and then attached: that takes a lighter lock. */
function joinsOnline(parent: string, context: Context): boolean {
  return context.online && context.stays(`table ${parent}`);
}

/** Its own columns, and those that it has from others and names all the same, in their order. */
export function columnClauses(
  table: CatalogObject,
  context: Context,
  parts: readonly CatalogObject[],
): readonly string[] {
  const own = parts
    .filter(isColumn)
    .filter(({ parent }) => parent === table.id)
    .map((column) => ({ position: column.notes?.position ?? 0, clause: columnClause(column, context, parts) }));
  const restated = (table.notes?.restated ?? []).flatMap(({ name, position }) => {
    const column = effectiveColumn(context.to, table.id, name);
    if (column === null) return [];
    const { facts } = column;
    // before 16 it has the parent's expression by saying none
    const generated = context.major < 16 ? null : facts.generated;
    const bare = {
      ...column,
      facts: { ...facts, generated, identity: null, notNull: null, storage: null, compression: null },
    };
    return [{ position, clause: columnClause(bare, context, []) }];
  });
  return [...own, ...restated].sort((a, b) => a.position - b.position).map(({ clause }) => clause);
}

export function elementList(elements: readonly string[]): string {
  return elements.length === 0 ? '' : `(\n${elements.map((element) => `  ${element}`).join(',\n')}\n)`;
}

function tail({ facts, notes }: Table): readonly string[] {
  const inherits = notes?.inherits ?? [];
  return [
    ...(inherits.length === 0 ? [] : [`INHERITS (${inherits.join(', ')})`]),
    ...(facts.partitionKey === null ? [] : [`PARTITION BY ${facts.partitionKey.definition}`]),
    ...(facts.accessMethod === null ? [] : [`USING ${identifier(facts.accessMethod)}`]),
    ...(Object.keys(facts.options).length === 0 ? [] : [`WITH (${optionList(facts.options)})`]),
    ...(facts.tablespace === null ? [] : [`TABLESPACE ${identifier(facts.tablespace)}`]),
  ];
}

export function tableName({ schema, name }: Pick<TableFacts, 'schema' | 'name'>): string {
  return qualified(schema, name);
}
