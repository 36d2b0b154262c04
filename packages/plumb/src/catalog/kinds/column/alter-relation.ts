import { identifier, qualified } from '../../identifier.ts';
import type { ColumnFacts } from './column-facts.ts';

type Place = Pick<ColumnFacts, 'schema' | 'table' | 'relation'>;

/** `ALTER TABLE public.users`; `only` leaves children as they are. */
export function alterRelation({ schema, table, relation }: Place, only = false): string {
  const verb = relation === 'table' ? 'ALTER TABLE' : 'ALTER FOREIGN TABLE';
  return `${verb} ${only ? 'ONLY ' : ''}${qualified(schema, table)}`;
}

export function alterColumn(facts: Place & { readonly name: string }, only = false): string {
  return `${alterRelation(facts, only)} ALTER COLUMN ${identifier(facts.name)}`;
}

/** `public.users`, for hazards and messages. */
export function relationName({ schema, table }: Pick<ColumnFacts, 'schema' | 'table'>): string {
  return qualified(schema, table);
}
