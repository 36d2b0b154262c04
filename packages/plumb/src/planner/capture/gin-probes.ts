import type { Client } from 'pg';

/** A GIN index, and conditions on its table that look up a number of entries in it. */
export interface GinProbes {
  readonly oid: string;
  readonly index: string;
  /** Goes through all entries. */
  readonly whole: string;
  /** Looks up so many entries. */
  entries(count: number): string;
  /** Looks for so many beginnings; null where the index has no such search. */
  readonly beginnings: ((count: number) => string) | null;
}

interface Row {
  readonly oid: string;
  readonly index: string;
  readonly table: string;
  readonly predicate: string | null;
  readonly key: string;
  readonly type: string;
  readonly sort: keyof typeof conditions;
}

/** Of the indexes of those relations, the ones that can be asked. */
export async function ginProbes(client: Client, oids: readonly string[]): Promise<readonly GinProbes[]> {
  const { rows } = await client.query<Row>(
    `
    select distinct on (i.indexrelid)
           i.indexrelid::pg_catalog.text as oid,
           c.relname as index,
           pg_catalog.format('%I.%I', n.nspname, t.relname) as table,
           pg_catalog.pg_get_expr(i.indpred, i.indrelid) as predicate,
           pg_catalog.pg_get_indexdef(i.indexrelid, k.number::pg_catalog.int4, false) as key,
           pg_catalog.format_type(o.opcintype, null) as type,
           o.opcname as sort
    from pg_catalog.pg_index as i
    join pg_catalog.pg_class as c on c.oid = i.indexrelid
    join pg_catalog.pg_am as am on am.oid = c.relam
    join pg_catalog.pg_class as t on t.oid = i.indrelid
    join pg_catalog.pg_namespace as n on n.oid = t.relnamespace
    cross join lateral pg_catalog.unnest(i.indclass) with ordinality as k (class, number)
    join pg_catalog.pg_opclass as o on o.oid = k.class
    where i.indexrelid = any ($1::pg_catalog.oid[]) and am.amname = 'gin' and c.relkind = 'i' and i.indisvalid
      and o.opcname = any ($2) and pg_catalog.has_table_privilege(t.oid, 'select')
    order by i.indexrelid, k.number
  `,
    [oids, Object.keys(conditions)],
  );
  return rows.map(({ oid, index, table, predicate, key, sort }) => {
    const { whole, entries, beginnings } = conditions[sort];
    const where = (condition: string): string =>
      `from only ${table} where ${key} ${condition}${predicate === null ? '' : ` and (${predicate})`}`;
    return {
      oid,
      index,
      whole: where(whole),
      entries: (count) => where(entries(count)),
      beginnings: beginnings && ((count) => where(beginnings(count))),
    };
  });
}

interface Conditions {
  readonly whole: string;
  readonly entries: (count: number) => string;
  readonly beginnings: ((count: number) => string) | null;
}

const jsonb: Conditions = {
  whole: "operator(pg_catalog.@>) '{}'::pg_catalog.jsonb",
  entries: (count) => `operator(pg_catalog.@>) '${JSON.stringify(words(count))}'::pg_catalog.jsonb`,
  beginnings: null,
};

/** By operator class. */
const conditions = {
  // an unknown literal takes the type of the column
  array_ops: {
    whole: "operator(pg_catalog.@>) '{}'",
    entries: (count) => `operator(pg_catalog.@>) '{${Array(count).fill('NULL').join(',')}}'`,
    beginnings: null,
  },
  jsonb_ops: jsonb,
  jsonb_path_ops: jsonb,
  tsvector_ops: {
    whole: "operator(pg_catalog.@@) '!plumb'::pg_catalog.tsquery",
    entries: (count) => `operator(pg_catalog.@@) '${words(count).join('&')}'::pg_catalog.tsquery`,
    beginnings: (count) => `operator(pg_catalog.@@) '${words(count).join(':*&')}:*'::pg_catalog.tsquery`,
  },
  gin_trgm_ops: {
    whole: "operator(pg_catalog.~~) '%a%'",
    entries: (count) => `operator(pg_catalog.~~) '%${textOfTrigrams(count)}%'`,
    beginnings: null,
  },
} satisfies Record<string, Conditions>;

function words(count: number): readonly string[] {
  return Array.from({ length: count }, (_, number) => `plumb${number}`);
}

const letters = [...'zyxwvutsrqponmlkjihgfedcba'];

/** A text of so many different trigrams. Taking the last letter that makes a new one never ends before all were there. */
function textOfTrigrams(count: number): string {
  const seen = new Set<string>();
  let text = 'aa';
  while (seen.size < count) {
    const next = letters.find((letter) => !seen.has(text.slice(-2) + letter));
    if (next === undefined) throw new Error(`there are no ${count} trigrams on this way`);
    seen.add(text.slice(-2) + next);
    text += next;
  }
  return text;
}
