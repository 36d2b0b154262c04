import { type Client, DatabaseError } from 'pg';
import { estimatedHeight } from '../profile/estimated-height.ts';
import type { ProfiledRelation } from '../profile/profile.ts';
import { readEndPoints } from './end-points.ts';
import { ginPagesByCost } from './gin-pages-by-cost.ts';
import { readIndexKeys } from './index-keys.ts';
import type { CapturedRelation } from './relations.ts';
import { heightsByCost } from './tree-heights.ts';

type IndexPages = Pick<ProfiledRelation, 'tree' | 'gin' | 'brin'>;

/** Adds to indexes what the planner reads of their own pages. */
export async function readIndexPages(
  client: Client,
  relations: readonly CapturedRelation[],
  major: number,
): Promise<readonly CapturedRelation[]> {
  const inspected = await inspect(client, relations);
  const trees = await readIndexKeys(
    client,
    relations.filter(({ method }) => method === 'btree').map(({ oid }) => oid),
  );
  const byCost = inspected.size > 0 ? new Map<string, number>() : await heightsByCost(client, trees);
  const gins = await ginPagesByCost(
    client,
    relations.filter(({ oid, method }) => method === 'gin' && !inspected.has(oid)),
    major,
  );
  const ends = await readEndPoints(client, trees);
  const widths = new Map(trees.map(({ oid, width }) => [oid, width]));
  const pagesOf = ({ oid, pages }: CapturedRelation): IndexPages => {
    const width = widths.get(oid);
    const gin = gins.get(oid);
    if (gin !== undefined) return { gin };
    if (width === undefined) return inspected.get(oid) ?? {};
    const height = inspected.get(oid)?.tree?.height ?? byCost.get(oid) ?? estimatedHeight(pages, width);
    const own = ends.get(oid);
    return { tree: { height, ...(own === undefined ? {} : { ends: [...own] }) } };
  };
  return relations.map((relation) => ({ ...relation, ...pagesOf(relation) }));
}

/** By `pageinspect`, where it is installed and the role may use it. */
async function inspect(
  client: Client,
  relations: readonly CapturedRelation[],
): Promise<ReadonlyMap<string, IndexPages>> {
  const { rows } = await client.query<{ schema: string }>(`
    select pg_catalog.quote_ident(n.nspname) as schema
    from pg_catalog.pg_extension as e
    join pg_catalog.pg_namespace as n on n.oid = e.extnamespace
    where e.extname = 'pageinspect'
  `);
  const [extension] = rows;
  const found = new Map<string, IndexPages>();
  if (extension === undefined) return found;
  await client.query('savepoint inspection');
  try {
    const name = (oid: string): string => `'${oid}'::pg_catalog.oid::pg_catalog.regclass::pg_catalog.text`;
    for (const { oid, method, kind } of relations) {
      if (kind !== 'index') continue;
      if (method === 'btree') {
        const metas = await client.query<{ level: string }>(
          `select level from ${extension.schema}.bt_metap(${name(oid)})`,
        );
        found.set(oid, { tree: { height: Number(metas.rows[0]?.level ?? 0) } });
      } else if (method === 'gin') {
        const metas = await client.query<NonNullable<IndexPages['gin']>>(`
          select n_pending_pages::pg_catalog.float8 as "pendingPages", n_total_pages::pg_catalog.float8 as "totalPages",
                 n_entry_pages::pg_catalog.float8 as "entryPages", n_data_pages::pg_catalog.float8 as "dataPages",
                 n_entries::pg_catalog.float8 as entries
          from ${extension.schema}.gin_metapage_info(${extension.schema}.get_raw_page(${name(oid)}, 0))
        `);
        const [gin] = metas.rows;
        if (gin !== undefined) found.set(oid, { gin });
      } else if (method === 'brin') {
        const metas = await client.query<{ last: string }>(`
          select lastrevmappage as last
          from ${extension.schema}.brin_metapage_info(${extension.schema}.get_raw_page(${name(oid)}, 0))
        `);
        found.set(oid, { brin: { lastRevmapPage: Number(metas.rows[0]?.last ?? 0) } });
      }
    }
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    await client.query('rollback to savepoint inspection');
  }
  return found;
}
