import type { Client } from 'pg';
import type { Catalog } from '../../catalog/catalog-object.ts';
import { readCatalog } from '../../catalog/read-catalog.ts';
import { userSchema } from '../../catalog/user-schema.ts';
import { Problem } from '../../contract/problem.ts';
import { isGone } from '../../postgres/error-code.ts';
import { withClient } from '../../postgres/with-client.ts';
import { type OpenedSource, type OpenSourceOptions, openSource } from '../../sources/open-source.ts';
import { withoutNamesake } from './without-namesake.ts';

/** Reads what a source contains. */
export async function readSource(source: OpenedSource, signal?: AbortSignal): Promise<Catalog> {
  try {
    return await withClient(source.connect, signal, async (client) => {
      if (source.origin !== 'url') return await readCatalog(client);
      return withoutNamesake(await readCatalog(client, await mainOwner(client)));
    });
  } catch (error) {
    if (source.origin !== 'url' || error instanceof Problem || !isGone(error)) throw error;
    throw new Problem('CONNECTION_LOST', `The connection to ${source.label} was lost while its schema was read.`, {
      hint: 'Nothing was changed there. See whether the server still runs, and try again.',
      cause: error,
    });
  }
}

/** What a database contains before anything is made in it. */
export async function readEmpty(options: OpenSourceOptions): Promise<Catalog> {
  await using nothing = await openSource({ type: 'empty' }, options);
  return await readSource(nothing, options.signal);
}

/** Whoever owns most of a database is the role that its migrations run as. */
async function mainOwner(client: Client): Promise<{ readonly loader?: string }> {
  const { rows } = await client.query<{ loader: string }>(`
    select pg_catalog.pg_get_userbyid(c.relowner) as loader
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where ${userSchema('n')}
    group by c.relowner
    order by count(*) desc, 1
    limit 1
  `);
  const [row] = rows;
  return row ?? {};
}
