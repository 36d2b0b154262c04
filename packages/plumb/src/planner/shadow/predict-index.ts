import type { Client } from 'pg';
import type { ProfiledRelation } from '../profile/profile.ts';

/** What an index would be in production, were it built now. */
export type PredictedIndex = Pick<ProfiledRelation, 'pages' | 'tree' | 'brin'> & { readonly tuples: number };

interface IndexFacts {
  readonly method: string;
  readonly unique: boolean;
  /** Of the table. */
  readonly rows: number;
  readonly pages: number;
  /** Of the table, as it is called in SQL. */
  readonly table: string;
  /** The condition of a partial index. */
  readonly predicate: string | null;
  readonly options: readonly string[];
  readonly columns: readonly ColumnFacts[];
}

interface ColumnFacts {
  readonly key: boolean;
  /** Of the values that aren't null, in bytes. */
  readonly width: number;
  /** To what their place in a tuple is aligned; 1 for what is short and of varying length. */
  readonly align: number;
  readonly distinct: number;
  readonly nulls: number;
}

export async function predictIndex(client: Client, oid: string): Promise<PredictedIndex> {
  const predicted = (await predictIndexes(client, [oid])).get(oid);
  if (predicted === undefined) throw new Error('the index that was made is not there');
  return predicted;
}

export async function predictIndexes(
  client: Client,
  oids: readonly string[],
): Promise<ReadonlyMap<string, PredictedIndex>> {
  const { rows } = await client.query<{ oid: string; facts: IndexFacts }>(indexFacts, [oids]);
  const predicted = new Map<string, PredictedIndex>();
  for (const { oid, facts } of rows) {
    const { predicate, table } = facts;
    const tuples = predicate === null ? facts.rows : Math.min(facts.rows, await rowsThat(client, table, predicate));
    predicted.set(oid, predictOf(facts, Math.max(0, Math.round(tuples))));
  }
  return predicted;
}

/** How many rows meet a condition, as the planner estimates it. */
async function rowsThat(client: Client, table: string, predicate: string): Promise<number> {
  const { rows } = await client.query(`EXPLAIN (FORMAT JSON) SELECT FROM ONLY ${table} WHERE ${predicate}`);
  return Number(rows[0]?.['QUERY PLAN']?.[0]?.Plan?.['Plan Rows'] ?? 0);
}

function predictOf(facts: IndexFacts, tuples: number): PredictedIndex {
  switch (facts.method) {
    case 'btree':
      return btree(facts, tuples);
    case 'brin':
      return brin(facts);
    case 'hash':
      return { tuples, pages: Math.max(4, Math.ceil(tuples / 230) + 3) };
    default:
      return { tuples, pages: Math.max(2, Math.ceil((tuples * (dataWidth(facts.columns) + 12)) / 6000)) };
  }
}

/** Of a page, without its header and the special space of a b-tree. */
const room = 8192 - 24 - 16;

function btree({ columns, unique, options }: IndexFacts, tuples: number): PredictedIndex {
  if (tuples === 0) return { tuples, pages: 1, tree: { height: 0 } };
  const keys = columns.filter(({ key }) => key);
  const fill = fillFactor(options, 90);
  const size = tupleBytes(columns);
  const distinct = Math.min(
    tuples,
    keys.reduce((product, { distinct: each }) => product * Math.max(1, each), 1),
  );
  const copies = unique ? 1 : tuples / distinct;
  const leaves = Math.ceil(
    ((copies > 1.5 && columns.length === keys.length ? deduplicated(size, copies) : size + 4) * tuples) /
      ((room * fill) / 100),
  );
  const fanout = Math.max(2, Math.floor((room * 0.7) / (tupleBytes(keys) + 4)));
  let pages = leaves + 1;
  let height = 0;
  for (let level = leaves; level > 1; height++) {
    level = Math.ceil(level / fanout);
    pages += level;
  }
  return { tuples, pages, tree: { height } };
}

/** Bytes for each row, where rows with the same key share a tuple that lists them; a list takes a tenth of a page at most. */
function deduplicated(size: number, copies: number): number {
  const most = Math.max(1, Math.floor((812 - size) / 6));
  const lists = Math.ceil(copies / most);
  return (lists * (size + 4) + copies * 6) / copies;
}

function tupleBytes(columns: readonly ColumnFacts[]): number {
  const data = dataWidth(columns);
  return Math.ceil((8 + data) / 8) * 8;
}

function dataWidth(columns: readonly ColumnFacts[]): number {
  return columns.reduce((offset, { width, align, nulls }) => {
    const placed = Math.ceil(offset / align) * align;
    return placed + width * (1 - nulls);
  }, 0);
}

/** One small tuple for each range of blocks, and a map of six bytes for each. */
function brin({ pages, options, columns }: IndexFacts): PredictedIndex {
  const option = options.find((each) => each.startsWith('pages_per_range='))?.split('=')[1];
  const ranges = Math.max(1, Math.ceil(pages / Number(option ?? 128)));
  const map = Math.ceil(ranges / 1360);
  const size = columns.reduce((sum, { width }) => sum + 2 * width, 16);
  return {
    tuples: ranges,
    pages: 1 + map + Math.max(1, Math.ceil((ranges * size) / 8000)),
    brin: { lastRevmapPage: map },
  };
}

function fillFactor(options: readonly string[], usual: number): number {
  return Number(options.find((each) => each.startsWith('fillfactor='))?.split('=')[1] ?? usual);
}

const indexFacts = `
  select i.indexrelid::pg_catalog.text as oid, pg_catalog.json_build_object(
    'method', am.amname,
    'unique', i.indisunique,
    'rows', heap.rows,
    'pages', heap.pages,
    'table', pg_catalog.format('%I.%I', n.nspname, t.relname),
    'predicate', pg_catalog.pg_get_expr(i.indpred, i.indrelid),
    'options', coalesce(pg_catalog.to_json(c.reloptions), '[]'),
    'columns', (
      select pg_catalog.json_agg(pg_catalog.json_build_object(
        'key', a.attnum <= i.indnkeyatts,
        'width', case when a.attlen > 0 then a.attlen else coalesce(s.avg_width, 24) end,
        'align', case
          when a.attlen < 0 then 1
          when a.attalign = 'd' then 8 when a.attalign = 'i' then 4 when a.attalign = 's' then 2 else 1
        end,
        'distinct', case
          when s.n_distinct is null then heap.rows when s.n_distinct < 0 then -s.n_distinct * heap.rows else s.n_distinct
        end,
        'nulls', coalesce(s.null_frac, 0)
      ) order by a.attnum)
      from pg_catalog.pg_attribute as a
      left join pg_catalog.pg_attribute as h on h.attrelid = i.indrelid and h.attnum = i.indkey[a.attnum - 1] and h.attnum > 0
      left join pg_catalog.pg_stats as s
        on s.schemaname = n.nspname and s.tablename = t.relname and s.attname = h.attname and not s.inherited
      where a.attrelid = i.indexrelid
    )
  ) as facts
  from pg_catalog.pg_index as i
  join pg_catalog.pg_class as c on c.oid = i.indexrelid
  join pg_catalog.pg_am as am on am.oid = c.relam
  join pg_catalog.pg_class as t on t.oid = i.indrelid
  join pg_catalog.pg_namespace as n on n.oid = t.relnamespace
  cross join lateral (
    select size.pages, case
      when t.relpages > 0 then greatest(t.reltuples, 0)::pg_catalog.float8 * size.pages / t.relpages else greatest(t.reltuples, 0)
    end as rows
    from (
      select pg_catalog.pg_relation_size(t.oid)::pg_catalog.float8 / 8192 as pages
    ) as size
  ) as heap
  where i.indexrelid = any ($1::pg_catalog.oid[])
`;
