import { identifier, literal, qualified } from '../../identifier.ts';
import { chosenName } from '../../object-name.ts';
import { type Statement, statement } from '../../statement.ts';
import { isAscending, type SequenceOptions } from '../sequence/sequence-options.ts';
import type { ColumnFacts, Identity } from './column-facts.ts';

/** Lets a new sequence go on after the values that the column holds. */
export function goOnAfter(
  sequence: readonly [schema: string, name: string],
  options: SequenceOptions,
  column: Pick<ColumnFacts, 'schema' | 'table' | 'name'>,
): Statement {
  const last = `${isAscending(options) ? 'max' : 'min'}(${identifier(column.name)})`;
  return statement(
    `SELECT setval(${literal(qualified(...sequence))}, ${last}) FROM ${qualified(column.schema, column.table)}`,
    { comment: `The sequence goes on after the values that are there.` },
  );
}

export function setIdentityValue(facts: ColumnFacts, { sequence, options }: Identity): Statement {
  return goOnAfter([facts.schema, sequence ?? chosenName(facts.table, facts.name, 'seq')], options, facts);
}
