import { Problem } from '../../../contract/problem.ts';
import { type Attempt, tryToConnect } from '../attempt.ts';
import { nearest } from '../nearest.ts';

const fewEnough = 8;

/** Adds to the news of a missing database which ones are there, if the server tells. */
export async function suggestDatabase(missing: Problem, attempt: Attempt): Promise<Problem> {
  const names = await databaseNames(attempt);
  const [meant] = nearest(attempt.settings.database, names);
  const listed = names.length > 0 && names.length <= fewEnough ? `The server has: ${names.join(', ')}. ` : '';
  const found = meant === undefined ? listed : `Did you mean "${meant}"? `;
  return new Problem(missing.code, missing.message, { hint: `${found}${missing.hint ?? ''}`, cause: missing.cause });
}

async function databaseNames(attempt: Attempt): Promise<string[]> {
  const settings = { ...attempt.settings, database: 'postgres', connectTimeout: 3 };
  const outcome = await tryToConnect({ ...attempt, settings });
  if ('failed' in outcome) return [];
  try {
    const { rows } = await outcome.client.query<{ name: string }>(`
      select datname as "name"
      from pg_catalog.pg_database
      where datallowconn and not datistemplate
      order by datname
    `);
    return rows.map(({ name }) => name);
  } catch {
    return [];
  } finally {
    await outcome.client.end();
  }
}
