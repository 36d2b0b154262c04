import { type Client, DatabaseError, type QueryResult } from 'pg';

const size = 50;

/**
 * Runs queries many at a time, since the way to production is long. A query that fails spoils no other: it has no result.
 * All happens in the transaction that is open.
 */
export async function inBatches(client: Client, queries: readonly string[]): Promise<readonly (QueryResult | null)[]> {
  const results: (QueryResult | null)[] = [];
  for (let at = 0; at < queries.length; at += size) {
    const batch = queries.slice(at, at + size);
    const together = await attempt(client, batch);
    if (together !== null) results.push(...together);
    else for (const query of batch) results.push((await attempt(client, [query]))?.[0] ?? null);
  }
  return results;
}

async function attempt(client: Client, batch: readonly string[]): Promise<readonly QueryResult[] | null> {
  await client.query('savepoint batch');
  try {
    const answer: QueryResult | readonly QueryResult[] = await client.query(batch.join(';\n'));
    return isList(answer) ? answer : [answer];
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    await client.query('rollback to savepoint batch');
    return null;
  } finally {
    await client.query('release savepoint batch');
  }
}

function isList(answer: QueryResult | readonly QueryResult[]): answer is readonly QueryResult[] {
  return Array.isArray(answer);
}
