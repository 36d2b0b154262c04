import type { CatalogObject } from '../../catalog-object.ts';
import { qualified } from '../../identifier.ts';
import type { Context } from '../../kind.ts';
import { whoRunsIt } from '../../role-name.ts';
import { type Statement, statement } from '../../statement.ts';
import { isColumn } from '../column/column-facts.ts';
import { isOfSerial } from '../column/serial.ts';
import { defaultId } from '../default/default-facts.ts';
import { columnName, ownedByChange, tableOwner } from './owned-by.ts';
import type { SequenceFacts } from './sequence-facts.ts';
import { creationClauses } from './sequence-options.ts';

export function createSequence(facts: SequenceFacts, context: Context): readonly Statement[] {
  const { persistence, options, ownedBy } = facts;
  const fits = tableOwner(facts, context) === whoRunsIt;
  const clauses = [
    ...creationClauses(options),
    ...(ownedBy === null || !fits ? [] : [`OWNED BY ${columnName(ownedBy)}`]),
  ].map((clause) => `\n  ${clause}`);
  const create = `CREATE ${persistence === 'unlogged' ? 'UNLOGGED ' : ''}SEQUENCE ${sequenceName(facts)}`;
  return [
    statement(`${create}${clauses.join('')}`),
    ...(fits ? [] : ownedByChange({ ...facts, ownedBy: null }, facts, context)),
  ];
}

/** Whether the sequence is made by its column being a serial: then its column and its default are made with it. */
export function isMadeBySerial(
  sequence: CatalogObject<SequenceFacts>,
  context: Context,
  parts: readonly CatalogObject[],
): boolean {
  const { ownedBy } = sequence.facts;
  const column = parts.filter(isColumn).find(({ id }) => id === sequence.parent);
  if (ownedBy === null || column === undefined || !isOfSerial(sequence, column, context)) return false;
  const fallback = defaultId(ownedBy.schema, ownedBy.table, ownedBy.column);
  return parts.some(({ id }) => id === fallback);
}

export function sequenceName({ schema, name }: SequenceFacts): string {
  return qualified(schema, name);
}
