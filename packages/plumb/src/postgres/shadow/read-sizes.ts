import type { QueryResult, QueryResultRow } from 'pg';
import { errorCode } from '../error-code.ts';
import type { Run } from './run.ts';

/** An object, or a database, that doesn't exist. */
const undefinedCodes: readonly (string | null)[] = ['42704', '3D000'];

/**
 * Reads the sizes of databases. Where somebody drops one at that moment, PostgreSQL still lists it and then doesn't find it;
 * so it is asked again.
 */
export async function readSizes<Row extends QueryResultRow>(
  run: Run,
  sql: string,
  values: readonly string[],
): Promise<QueryResult<Row>> {
  for (let left = 20; ; left -= 1) {
    try {
      return await run<Row>(sql, [...values]);
    } catch (error) {
      if (left === 0 || !undefinedCodes.includes(errorCode(error))) throw error;
    }
  }
}
