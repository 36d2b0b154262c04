import type { Client } from 'pg';
import type { ProfiledRelation } from '../profile/profile.ts';
import { ginPages } from './gin-pages.ts';
import type { IndexColumnFacts } from './index-column-facts.ts';
import { predictTree } from './tree-pages.ts';

/** What an index would be in production, were it built now. */
export interface PredictedIndex extends PredictedSize {
  /** What is known of the values of its expressions. */
  readonly expressions: readonly Pick<IndexColumnFacts, 'position' | 'width' | 'distinct' | 'nulls'>[];
}

type PredictedSize = Pick<ProfiledRelation, 'pages' | 'tree' | 'brin'> & { readonly tuples: number };

interface IndexFacts {
  readonly method: string;
  readonly unique: boolean;
  /** Whether rows with the same key share a tuple: their types have no equal values that look different. */
  readonly deduplicates: boolean;
  /** Of the table. */
  readonly rows: number;
  readonly pages: number;
  /** Of the table, as it is called in SQL. */
  readonly table: string;
  /** The condition of a partial index. */
  readonly predicate: string | null;
  readonly options: readonly string[];
  readonly columns: readonly IndexColumnFacts[];
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
    const expressions = facts.columns.filter(({ expression, alike }) => expression !== null && alike);
    predicted.set(oid, { ...predictOf(facts, Math.max(0, Math.round(tuples))), expressions });
  }
  return predicted;
}

/** How many rows meet a condition, as the planner estimates it. */
async function rowsThat(client: Client, table: string, predicate: string): Promise<number> {
  const { rows } = await client.query(`EXPLAIN (FORMAT JSON) SELECT FROM ONLY ${table} WHERE ${predicate}`);
  return Number(rows[0]?.['QUERY PLAN']?.[0]?.Plan?.['Plan Rows'] ?? 0);
}

function predictOf(facts: IndexFacts, tuples: number): PredictedSize {
  switch (facts.method) {
    case 'btree':
      return predictTree({ ...facts, fill: fillFactor(facts.options, 90) }, tuples);
    case 'brin':
      return brin(facts);
    case 'hash':
      return { tuples, pages: Math.max(4, Math.ceil(tuples / 230) + 3) };
    case 'gin':
      return { tuples, pages: ginPages(facts, tuples) };
    default:
      return { tuples, pages: Math.max(2, Math.ceil((tuples * (dataWidth(facts.columns) + 12)) / 6000)) };
  }
}

function dataWidth(columns: readonly IndexColumnFacts[]): number {
  return columns.reduce((sum, { width, nulls }) => sum + width * (1 - nulls), 0);
}

/** One small tuple for each range of blocks, and a map of six bytes for each. */
function brin({ pages, options, columns }: IndexFacts): PredictedSize {
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

/**
 * Of an expression of one column that gives each of its values another one, such as lower(), what is known of the column.
 * An expression of which nothing is known has as many values as the planner believes.
 */
const indexFacts = `
  select i.indexrelid::pg_catalog.text as oid, pg_catalog.json_build_object(
    'method', am.amname,
    'unique', i.indisunique,
    'deduplicates', not exists (
      select from pg_catalog.unnest(i.indclass::pg_catalog.oid[]) as class (oid)
      join pg_catalog.pg_opclass as o on o.oid = class.oid
      where not exists (
        select from pg_catalog.pg_amproc as p
        where p.amprocfamily = o.opcfamily and p.amproclefttype = o.opcintype and p.amprocnum = 4
      )
    ),
    'rows', heap.rows,
    'pages', heap.pages,
    'table', pg_catalog.format('%I.%I', n.nspname, t.relname),
    'predicate', pg_catalog.pg_get_expr(i.indpred, i.indrelid),
    'options', coalesce(pg_catalog.to_json(c.reloptions), '[]'),
    'columns', (
      select pg_catalog.json_agg(pg_catalog.json_build_object(
        'position', a.attnum,
        'key', a.attnum <= i.indnkeyatts,
        'operators', (
          select o.opcname from pg_catalog.pg_opclass as o
          where a.attnum <= i.indnkeyatts and o.oid = i.indclass[a.attnum - 1]
        ),
        'type', base.type,
        'expression', case when i.indkey[a.attnum - 1] = 0 then pg_catalog.pg_get_indexdef(i.indexrelid, a.attnum::pg_catalog.int4, false) end,
        'alike', alike.so,
        'width', case
          when a.attlen > 0 then a.attlen
          when base.type = 'uuid' then 37
          when alike.so or i.indkey[a.attnum - 1] <> 0 then coalesce(s.avg_width, 24)
          else least(coalesce(s.avg_width, 12), 12)
        end,
        'lengths', case when a.attlen < 0 and alike.so and base.category = 'S' then (
          select pg_catalog.json_agg(pg_catalog.octet_length(value) + case when pg_catalog.octet_length(value) < 127 then 1 else 4 end)
          from pg_catalog.unnest(s.histogram_bounds::pg_catalog.text::pg_catalog.text[]) as value
        ) end,
        'samples', case when am.amname = 'gin' then (
          select pg_catalog.json_agg(value)
          from (
            select value from pg_catalog.unnest(s.histogram_bounds::pg_catalog.text::pg_catalog.text[]) as value
            union all
            select value from pg_catalog.unnest(s.most_common_vals::pg_catalog.text::pg_catalog.text[]) as value
          ) as known
        ) end,
        'elements', case when am.amname = 'gin' and s.most_common_elem_freqs is not null then pg_catalog.json_build_object(
          'frequencies', s.most_common_elem_freqs[1:pg_catalog.cardinality(s.most_common_elems::pg_catalog.text::pg_catalog.text[])],
          'count', s.elem_count_histogram[pg_catalog.array_upper(s.elem_count_histogram, 1)]
        ) end,
        'align', case
          when a.attlen < 0 then 1
          when a.attalign = 'd' then 8 when a.attalign = 'i' then 4 when a.attalign = 's' then 2 else 1
        end,
        'distinct', case
          when i.indkey[a.attnum - 1] = 0 and not alike.so then 200
          when s.n_distinct is null then heap.rows when s.n_distinct < 0 then -s.n_distinct * heap.rows else s.n_distinct
        end,
        'common', coalesce(s.most_common_freqs, '{}'),
        'nulls', coalesce(s.null_frac, 0)
      ) order by a.attnum)
      from pg_catalog.pg_attribute as a
      left join lateral (
        select min(h.attname) as name, min(pg_catalog.format_type(h.atttypid, null)) as type, min(y.typcategory) as category, count(*) as columns
        from pg_catalog.pg_attribute as h
        join pg_catalog.pg_type as y on y.oid = h.atttypid
        where h.attrelid = i.indrelid and h.attnum > 0 and (
          h.attnum = i.indkey[a.attnum - 1]
          or i.indkey[a.attnum - 1] = 0
            and pg_catalog.pg_get_indexdef(i.indexrelid, a.attnum::pg_catalog.int4, false) ~ ('(^|[^[:alnum:]_])' || h.attname || '($|[^[:alnum:]_])')
        )
      ) as base on true
      cross join lateral (
        select i.indkey[a.attnum - 1] <> 0 or base.columns = 1
          and pg_catalog.pg_get_indexdef(i.indexrelid, a.attnum::pg_catalog.int4, false)
            ~ '^[( ]*((pg_catalog[.])?(lower|upper|btrim|reverse|md5)[(][( "]*[[:alnum:]_ ]+|["[:alnum:]_]+)[")]*(::[a-z ]+)?[")]*$' as so
      ) as alike
      left join pg_catalog.pg_stats as s
        on s.schemaname = n.nspname and s.tablename = t.relname and s.attname = base.name and not s.inherited
          and (am.amname = 'gin' or base.columns = 1)
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
