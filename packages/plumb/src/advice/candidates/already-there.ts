import { identifier } from '../../catalog/identifier.ts';
import type { KnownTable } from '../../rules/sql/known-tables.ts';
import type { Candidate } from './candidate.ts';

/** Whether the table has an index that does all that a candidate would. */
export function alreadyThere({ method, keys, include, where }: Candidate, { indexes }: KnownTable): boolean {
  if (method !== 'btree' || where !== null || include.length > 0) return false;
  return indexes.some(
    (index) =>
      index.method === 'btree' &&
      !index.partial &&
      keys.every(({ text }, at) => {
        const key = index.keys[at];
        return key?.column != null && key.operatorClass === null && identifier(key.column) === text;
      }),
  );
}
