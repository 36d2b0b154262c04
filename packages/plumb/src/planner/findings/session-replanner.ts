import { type Client, DatabaseError } from 'pg';
import { literal } from '../../catalog/identifier.ts';
import type { PlanTree } from '../tree/plan-tree.ts';
import { readJsonPlan } from '../tree/read-json-plan.ts';
import type { Replanner } from './find-in-plan.ts';

/** Plans on a session of a shadow; what it changes for it is rolled back. */
export function sessionReplanner(client: Client, parameters: readonly (string | null)[] = []): Replanner {
  const rolledBack = async (before: readonly string[], sql: string): Promise<PlanTree | null> => {
    await client.query('BEGIN');
    try {
      for (const each of before) await client.query(each);
      return await explainOn(client, sql, { parameters });
    } catch (error) {
      if (error instanceof DatabaseError) return null;
      throw error;
    } finally {
      await client.query('ROLLBACK');
    }
  };
  return {
    explain: (sql, settings = {}) =>
      rolledBack(
        Object.entries(settings).map(([name, value]) => `SET LOCAL ${name} = ${literal(value)}`),
        sql,
      ),
    withIndexes: (definitions, sql) => rolledBack(definitions, sql),
  };
}

interface ExplainHow {
  /** Values of `$1`, `$2` …, as text. */
  readonly parameters?: readonly (string | null)[];
  /** The plan for any values. */
  readonly generic?: boolean;
  readonly options?: readonly string[];
}

/** The plan of one statement, as a session's server makes it. */
export async function explainOn(
  client: Client,
  sql: string,
  { parameters = [], generic = false, options = [] }: ExplainHow = {},
): Promise<PlanTree | null> {
  const explain = `EXPLAIN (${[...options, 'FORMAT JSON'].join(', ')})`;
  if (parameters.length === 0) return readJsonPlan((await client.query(`${explain} ${sql}`)).rows[0]);
  const values = parameters.map((value) => (value === null ? 'NULL' : literal(value)));
  await client.query(`PREPARE plumb_plan AS ${sql}`);
  try {
    await client.query(`SET plan_cache_mode = force_${generic ? 'generic' : 'custom'}_plan`);
    return readJsonPlan((await client.query(`${explain} EXECUTE plumb_plan (${values.join(', ')})`)).rows[0]);
  } finally {
    await client.query('DEALLOCATE plumb_plan');
  }
}
