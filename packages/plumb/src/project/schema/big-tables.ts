import { Problem } from '../../contract/problem.ts';
import { connect } from '../../postgres/connection/connect.ts';
import { parseSchemaSource, type Where } from '../../sources/schema-source.ts';
import { readSizes } from './read-sizes.ts';

/** Beyond this a rewrite keeps an application waiting for longer than it bears. */
const big = { rows: 1_000_000, bytes: 1_000_000_000 };

/** Which tables are big on a server, by their ids: from what it estimates, without a scan. */
export async function bigTables(url: string, where: Where, signal?: AbortSignal): Promise<(table: string) => boolean> {
  const source = parseSchemaSource(url, where);
  if (source.type !== 'url') {
    throw new Problem('USAGE', `--sizes ${url} is no database.`, {
      hint: 'Give the URL of the server whose tables are as large as in production.',
    });
  }
  const client = await connect(source.settings, { signal });
  try {
    const found = new Set<string>();
    for (const [path, { rows, bytes }] of await readSizes(client)) {
      if (bytes > big.bytes || (rows ?? 0) > big.rows) found.add(`table ${path}`);
    }
    return (table) => found.has(table);
  } finally {
    await client.end();
  }
}
