import type { Catalog } from '../../catalog/catalog-object.ts';
import { readCatalog } from '../../catalog/read-catalog.ts';
import type { OpenedSource } from '../../sources/open-source.ts';

/** Reads what a source contains. */
export async function readSource(source: OpenedSource): Promise<Catalog> {
  const client = await source.connect();
  try {
    return await readCatalog(client);
  } finally {
    await client.end();
  }
}
