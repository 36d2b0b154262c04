import type { Client } from 'pg';
import { userSchema } from '../../catalog/user-schema.ts';
import { type ProfiledStatistics, statisticsSchema } from '../profile/profile.ts';
import type { CapturedRelation } from './relations.ts';
import { distributionFacts, expressionStatistics, extendedStatistics } from './statistics-views.ts';

interface Row {
  readonly fact: Readonly<Record<string, unknown>>;
  readonly table: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly distinct: string | null;
  readonly dependencies: string | null;
  /** As they are stored, for a role that may see that. */
  readonly stored: string | null;
  readonly target: number;
}

/** What CREATE STATISTICS made, as far as the session's role may see it. */
export async function readStatistics(
  client: Client,
  { major, stored: privileged }: { readonly major: number; readonly stored: boolean },
  relations: readonly CapturedRelation[],
): Promise<readonly ProfiledStatistics[]> {
  const rows = new Map(relations.map(({ oid, reltuples }) => [oid, reltuples]));
  const inherited = major >= 15;
  const answer = await client.query<Row>(`
    select pg_catalog.json_build_object(
             'schema', s.statistics_schemaname,
             'name', s.statistics_name,
             'inherited', ${inherited ? 's.inherited' : 'false'},
             'attributes', coalesce(pg_catalog.to_json(s.attnames), '[]'),
             'expressions', coalesce(pg_catalog.array_length(s.exprs, 1), 0),
             'values', s.most_common_vals,
             'frequencies', s.most_common_freqs,
             'baseFrequencies', s.most_common_base_freqs,
             'distributions', (
               select pg_catalog.json_agg(case when x.null_frac is not null then pg_catalog.json_strip_nulls(
                        pg_catalog.json_build_object(${distributionFacts('x', { ranges: false })})
                      ) end order by pg_catalog.array_position(s.exprs, x.expr))
               from ${expressionStatistics(privileged, major)} as x
               where x.statistics_schemaname = s.statistics_schemaname and x.statistics_name = s.statistics_name
                 ${inherited ? 'and x.inherited = s.inherited' : ''}
             )
           ) as fact,
           e.stxrelid::pg_catalog.text as table,
           (
             select pg_catalog.json_object_agg(a.attnum, a.attname)
             from pg_catalog.pg_attribute as a
             where a.attrelid = e.stxrelid and a.attnum > 0 and not a.attisdropped
           ) as columns,
           s.n_distinct::pg_catalog.text as distinct,
           s.dependencies::pg_catalog.text as dependencies,
           ${privileged ? storedDependencies(inherited) : 'null'} as stored,
           pg_catalog.current_setting('default_statistics_target')::pg_catalog.int4 as target
    from ${extendedStatistics(privileged, major)} as s
    join pg_catalog.pg_namespace as n on n.nspname = s.statistics_schemaname
    join pg_catalog.pg_statistic_ext as e on e.stxname = s.statistics_name and e.stxnamespace = n.oid
    where ${userSchema('n')}
      and (s.n_distinct is not null or s.dependencies is not null or s.most_common_vals is not null
           or pg_catalog.array_length(s.exprs, 1) > 0)
    order by s.statistics_schemaname, s.statistics_name ${inherited ? ', s.inherited' : ''}
  `);
  return answer.rows.map((row) => statisticsSchema.parse(factOf(row, rows.get(row.table) ?? 0)));
}

function storedDependencies(inherited: boolean): string {
  return `(
    select pg_catalog.encode(d.stxddependencies::pg_catalog.bytea, 'hex')
    from pg_catalog.pg_statistic_ext_data as d
    where d.stxoid = e.oid ${inherited ? 'and d.stxdinherit = s.inherited' : ''}
  )`;
}

function factOf({ fact, columns, distinct, dependencies, stored, target }: Row, rows: number): unknown {
  const { values, frequencies, baseFrequencies, distributions, expressions, attributes, ...rest } = fact;
  const named = (attribute: string): string | number => columns[attribute] ?? -Number(attribute);
  const lists = Array.isArray(values) ? values : [];
  const all = Array.isArray(attributes) ? attributes : [];
  const shares = (list: unknown, at: number): unknown => (Array.isArray(list) ? list[at] : undefined);
  return {
    ...rest,
    attributes: [...all, ...Array.from({ length: Number(expressions) }, (_, at) => at + 1)],
    ...(distinct === null
      ? {}
      : { distinct: itemsOf(distinct).map(([keys, value]) => ({ attributes: keys.map(named), value })) }),
    ...(dependencies === null
      ? {}
      : {
          dependencies: degreesOf(itemsOf(dependencies), stored, Math.min(rows, 300 * target)).map(
            ([keys, degree]) => ({
              attributes: keys.map(named),
              degree,
            }),
          ),
        }),
    ...(lists.length === 0
      ? {}
      : {
          mostCommon: lists.map((each, at) => ({
            values: each,
            frequency: shares(frequencies, at),
            baseFrequency: shares(baseFrequencies, at),
          })),
        }),
    ...(Array.isArray(distributions) && distributions.some((each) => each !== null)
      ? { expressions: distributions }
      : {}),
  };
}

type Item = readonly [attributes: readonly string[], value: number];

/** `{"1, 2": 54}` and `{"1, 2 => 3": 0.98}` */
function itemsOf(text: string): readonly Item[] {
  return [...text.matchAll(/"([^"]+)": ([\d.]+)/g)].map(([, keys = '', value]) => [
    keys.split(/\s*(?:,|=>)\s*/),
    Number(value),
  ]);
}

/**
 * Degrees are printed with six places, and the planner uses them all. They are the share of rows of the sample, so that
 * what was rounded can mostly be found again.
 */
function degreesOf(items: readonly Item[], stored: string | null, sample: number): readonly Item[] {
  if (stored !== null) {
    const bytes = Buffer.from(stored, 'hex');
    let at = 12;
    return items.map(([attributes]): Item => {
      const degree = bytes.readDoubleLE(at);
      at += 8 + 2 + 2 * bytes.readInt16LE(at + 8);
      return [attributes, degree];
    });
  }
  return items.map(([attributes, printed]): Item => {
    const share = sample > 0 ? Math.round(printed * sample) / sample : printed;
    return [attributes, Math.abs(share - printed) < 5e-7 ? share : printed];
  });
}
