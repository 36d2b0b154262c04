import { type Client, DatabaseError } from 'pg';
import { identifier } from '../identifier.ts';
import type { ColumnDependency } from './usage.ts';

/** Which columns to compare with which. */
export interface TableToCompare {
  readonly table: string;
  readonly of: readonly string[];
  readonly columns: readonly string[];
}

/**
 * Dependencies that hold in the rows of a database of ours. Where each value of the one column comes often, always with the
 * same value of the other, and that takes several, it is hardly by chance.
 */
export async function dependenciesInRows(
  client: Client,
  tables: readonly TableToCompare[],
): Promise<readonly ColumnDependency[]> {
  const found: ColumnDependency[] = [];
  for (const { table, of, columns } of tables) {
    const pairs = of.flatMap((one) => columns.filter((other) => other !== one).map((other) => ({ one, other })));
    const counts = pairs.map(
      ({ one, other }, at) =>
        `count(DISTINCT ${identifier(one)}::text)::int AS one_${at}, count(DISTINCT ${identifier(other)}::text)::int AS other_${at}, count(DISTINCT (${identifier(one)}::text, ${identifier(other)}::text))::int AS both_${at}`,
    );
    if (counts.length === 0) continue;
    const counted = await countedIn(
      client,
      `SELECT count(*)::int AS rows, ${counts.join(', ')} FROM (SELECT * FROM ${table} LIMIT 10000) AS t`,
    );
    for (const [at, { one, other }] of pairs.entries()) {
      const [all = 0, ones = 0, others = 0, both = 0] = ['rows', `one_${at}`, `other_${at}`, `both_${at}`].map(
        (name) => counted[name],
      );
      if (both === ones && ones >= 3 && others >= 3 && all >= 20 && all >= 3 * ones) {
        found.push({ table, of: [one], column: other });
      }
    }
  }
  return found;
}

/** Nothing where policies of row security, or what a generated column computes, refuse. */
async function countedIn(client: Client, sql: string): Promise<Readonly<Record<string, number>>> {
  try {
    const { rows } = await client.query<Record<string, number>>(sql);
    return rows[0] ?? {};
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    return {};
  }
}
