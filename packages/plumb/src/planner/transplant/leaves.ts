import { type Client, DatabaseError, type QueryResult } from 'pg';
import { literal } from '../../catalog/identifier.ts';
import type { ProfiledRelation } from '../profile/profile.ts';
import type { DatabaseFiles } from './database-files.ts';
import { relationKey, type ShadowRelation } from './shadow-relations.ts';

/** The first key of an index, as a table of our own can have it. */
interface FirstKey {
  readonly oid: number;
  readonly type: string;
  readonly collation: string;
  readonly operators: string;
  readonly order: string;
  readonly single: boolean;
}

interface Wanted {
  readonly index: ShadowRelation;
  readonly ends: readonly [string, string];
  readonly key: FirstKey;
}

const size = 100;

/**
 * Leaves of b-trees that hold production's end points: made by PostgreSQL as the only page of an index of the same first
 * key on a table of our own, which is rolled back. The other keys are NULL, as nobody asks for them.
 */
export async function makeLeaves(
  client: Client,
  relations: readonly ProfiledRelation[],
  shadow: ReadonlyMap<string, ShadowRelation>,
  files: DatabaseFiles,
): Promise<ReadonlyMap<ShadowRelation, Buffer>> {
  const { rows } = await client.query<FirstKey>(firstKeys);
  const keys = new Map(rows.map((key) => [key.oid, key]));
  const wanted = relations.flatMap(({ schema, name, tree }): Wanted[] => {
    const index = shadow.get(relationKey(schema, name));
    const key = index === undefined ? undefined : keys.get(index.oid);
    const ends = tree?.ends;
    return index === undefined || key === undefined || ends === undefined ? [] : [{ index, ends, key }];
  });
  const leaves = new Map<ShadowRelation, Buffer>();
  const make = async (some: readonly Wanted[]): Promise<boolean> => {
    await client.query('begin');
    try {
      const results: unknown = await client.query(some.map(leafSql).join(''));
      for (const [at, file] of filesOf(results).entries()) {
        const one = some[at];
        if (one !== undefined) leaves.set(one.index, files.readPage(file, 1));
      }
      return true;
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      return false;
    } finally {
      await client.query('rollback');
    }
  };
  for (let at = 0; at < wanted.length; at += size) {
    const batch = wanted.slice(at, at + size);
    if (await make(batch)) continue;
    for (const one of batch) await make([one]);
  }
  return leaves;
}

/** An index that is made on rows is written to its file at once. */
function leafSql({ key, ends }: Wanted, at: number): string {
  const { type, collation, operators, order, single } = key;
  const [least, greatest] = ends.map((end) => `(${literal(end)}::${type})`);
  return `
    create temporary table plumb_leaf_${at} (first ${type}${single ? '' : ', other pg_catalog.int4'});
    insert into pg_temp.plumb_leaf_${at} (first) values ${least}, ${greatest};
    create index plumb_leaf_${at}_index on pg_temp.plumb_leaf_${at} (first ${collation} ${operators} ${order}${single ? '' : ', other'});
    select pg_catalog.pg_relation_filepath('pg_temp.plumb_leaf_${at}_index') as file;`;
}

function filesOf(results: unknown): readonly string[] {
  const list: readonly QueryResult[] = Array.isArray(results) ? results : [];
  return list.filter(({ command }) => command === 'SELECT').map(({ rows }) => String(rows[0]?.file));
}

/** Of a domain, the type below; of a key that is stored otherwise than the column, the column's type. */
const firstKeys = `
  select i.indexrelid::pg_catalog.int8::pg_catalog.float8 as oid,
         pg_catalog.format_type(case when y.typtype = 'd' then y.typbasetype else y.oid end, -1) as type,
         coalesce((
           select pg_catalog.format('collate %I.%I', n.nspname, l.collname)
           from pg_catalog.pg_collation as l
           join pg_catalog.pg_namespace as n on n.oid = l.collnamespace
           where l.oid = i.indcollation[0]
         ), '') as collation,
         pg_catalog.format('%I.%I', on_.nspname, o.opcname) as operators,
         pg_catalog.format('%s nulls %s',
           case when (i.indoption[0] & 1) <> 0 then 'desc' else 'asc' end,
           case when (i.indoption[0] & 2) <> 0 then 'first' else 'last' end
         ) as order,
         i.indnatts = 1 as single
  from pg_catalog.pg_index as i
  join pg_catalog.pg_class as c on c.oid = i.indexrelid and c.relkind = 'i'
  join pg_catalog.pg_am as am on am.oid = c.relam and am.amname = 'btree'
  join pg_catalog.pg_opclass as o on o.oid = i.indclass[0]
  join pg_catalog.pg_namespace as on_ on on_.oid = o.opcnamespace
  join pg_catalog.pg_attribute as a on a.attrelid = i.indexrelid and a.attnum = 1
  join pg_catalog.pg_type as y on y.oid = case when o.opckeytype <> 0 then o.opcintype else a.atttypid end
`;
