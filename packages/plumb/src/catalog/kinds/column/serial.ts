import type { CatalogObject } from '../../catalog-object.ts';
import { literal, qualified } from '../../identifier.ts';
import type { Context } from '../../kind.ts';
import { chosenName } from '../../object-name.ts';
import { type DefaultFacts, defaultId, isDefault } from '../default/default-facts.ts';
import type { SequenceFacts } from '../sequence/sequence-facts.ts';
import { isUsual } from '../sequence/sequence-options.ts';
import { isTable, tableId } from '../table/table-facts.ts';
import { type ColumnFacts, isColumn } from './column-facts.ts';

const serials: Readonly<Record<string, string>> = { smallint: 'smallserial', integer: 'serial', bigint: 'bigserial' };

/** `serial`, where that makes exactly this column, this default and this sequence. */
export function serialType(
  column: ColumnFacts,
  fallback: DefaultFacts,
  sequence: SequenceFacts,
  { major, to }: Context,
): string | null {
  const table = to.objects.get(tableId(column.schema, column.table));
  const persistence = table && isTable(table) && major >= 15 ? table.facts.persistence : 'permanent';
  const is =
    column.relation === 'table' &&
    !column.inherited &&
    column.identity === null &&
    column.notNull !== null &&
    column.notNull.name === null &&
    column.notNull.valid &&
    column.notNull.inheritable &&
    fallback.expression === nextValue(sequence) &&
    sequence.schema === column.schema &&
    sequence.name === chosenName(column.table, column.name, 'seq') &&
    sequence.persistence === persistence &&
    sequence.options.type === column.type &&
    isUsual(sequence.options);
  return is ? (serials[column.type ?? ''] ?? null) : null;
}

/** Whether a sequence is made by its column being a serial. */
export function isOfSerial(sequence: CatalogObject<SequenceFacts>, column: CatalogObject, context: Context): boolean {
  if (!isColumn(column)) return false;
  const { schema, table, name } = column.facts;
  const fallback = context.to.objects.get(defaultId(schema, table, name));
  if (fallback === undefined || !isDefault(fallback)) return false;
  return serialType(column.facts, fallback.facts, sequence.facts, context) !== null;
}

function nextValue({ schema, name }: SequenceFacts): string {
  return `nextval(${literal(qualified(schema, name))}::regclass)`;
}
