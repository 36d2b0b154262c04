import type { Reader } from './reader.ts';
import { userSchema } from './user-schema.ts';

/** Tables of all sorts by their oid, parents before their children. */
export type Relations = ReadonlyMap<number, Relation>;

/** What the kinds around tables must know of one while they read: its columns have only its oid. */
export interface Relation {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly kind: 'table' | 'foreign-table';
  readonly partitioned: boolean;
  readonly isPartition: boolean;
  /** The type that a typed table is made of, by oid. */
  readonly ofType: number | null;
  /** What it inherits from, by oid, in order. */
  readonly parents: readonly number[];
}

const known = new WeakMap<Reader, Promise<Relations>>();

export function relationsOf(reader: Reader): Promise<Relations> {
  const found = known.get(reader) ?? readRelations(reader);
  known.set(reader, found);
  return found;
}

async function readRelations(reader: Reader): Promise<Relations> {
  const parents = new Map<number, readonly number[]>();
  for (const { child, above } of await reader.rows<Line>(inheritance)) parents.set(child, above);
  const found = new Map<number, Relation>();
  for (const { oid, schema, name, relkind, isPartition, ofType } of await reader.gathered<Row>(relations)) {
    found.set(oid, {
      oid,
      schema,
      name,
      kind: relkind === 'f' ? 'foreign-table' : 'table',
      partitioned: relkind === 'p',
      isPartition,
      ofType,
      parents: parents.get(oid) ?? [],
    });
  }
  return parentsFirst(found);
}

function parentsFirst(relations: Relations): Relations {
  const ordered = new Map<number, Relation>();
  const add = (relation: Relation): void => {
    if (ordered.has(relation.oid)) return;
    for (const parent of relation.parents.map((oid) => relations.get(oid))) if (parent) add(parent);
    ordered.set(relation.oid, relation);
  };
  for (const relation of relations.values()) add(relation);
  return ordered;
}

interface Line {
  readonly child: number;
  readonly above: readonly number[];
}

const inheritance = `
  select inhrelid as child, array_agg(inhparent order by inhseqno) as above
  from pg_catalog.pg_inherits
  group by inhrelid
`;

interface Row extends Pick<Relation, 'oid' | 'schema' | 'name' | 'isPartition' | 'ofType'> {
  readonly relkind: string;
}

const relations = `
  select
    json_agg(r.oid::bigint) as oid,
    json_agg(r.nspname) as schema,
    json_agg(r.relname) as name,
    json_agg(r.relkind) as relkind,
    json_agg(r.relispartition) as "isPartition",
    json_agg(nullif(r.reloftype, 0)::bigint) as "ofType"
  from (
    select c.*, n.nspname
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'f') and c.relpersistence <> 't' and ${userSchema('n')}
    order by n.nspname, c.relname
  ) as r
`;
