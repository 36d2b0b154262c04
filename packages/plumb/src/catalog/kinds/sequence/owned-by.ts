import { identifier, qualified } from '../../identifier.ts';
import type { Context } from '../../kind.ts';
import { whoRunsIt } from '../../role-name.ts';
import { type Statement, statement } from '../../statement.ts';
import { isOwner, ownerId } from '../owner.ts';
import { tableId } from '../table/table-facts.ts';
import type { SequenceFacts } from './sequence-facts.ts';

/** A sequence must belong to whom the table belongs to, before it is a part of it. */
export function ownedByChange(from: SequenceFacts, to: SequenceFacts, context: Context): readonly Statement[] {
  const [was, is] = [from.ownedBy, to.ownedBy].map((column) => (column === null ? 'NONE' : columnName(column)));
  if (was === is) return [];
  const alter = `ALTER SEQUENCE ${qualified(to.schema, to.name)}`;
  const [before, after] = [tableOwner(from, context), tableOwner(to, context)];
  if (before === after) return [statement(`${alter} OWNED BY ${is}`)];
  return [
    ...(from.ownedBy === null ? [] : [statement(`${alter} OWNED BY NONE`)]),
    statement(`${alter} OWNER TO ${after}`),
    ...(to.ownedBy === null ? [] : [statement(`${alter} OWNED BY ${is}`)]),
  ];
}

/** Of the table that a sequence is a part of, while the migration runs: a new owner comes last. */
export function tableOwner({ ownedBy }: SequenceFacts, context: Context): string {
  if (ownedBy === null) return whoRunsIt;
  const table = tableId(ownedBy.schema, ownedBy.table);
  const owner = context.stays(table) ? context.from.objects.get(ownerId(table)) : undefined;
  return owner && isOwner(owner) ? identifier(owner.facts.role) : whoRunsIt;
}

export function columnName({ schema, table, column }: NonNullable<SequenceFacts['ownedBy']>): string {
  return `${qualified(schema, table)}.${identifier(column)}`;
}
