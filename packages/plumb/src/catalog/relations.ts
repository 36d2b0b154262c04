import type { Reader } from './reader.ts';
import { userSchema } from './user-schema.ts';

/** What the kinds around tables must know of one while they read: its columns have only its oid. */
export interface Relation {
  readonly oid: string;
  readonly schema: string;
  readonly name: string;
  readonly kind: 'table' | 'foreign-table';
  readonly partitioned: boolean;
  readonly isPartition: boolean;
  /** The type that a typed table is made of, by oid. */
  readonly ofType: string | null;
  /** What it inherits from, by oid, in order. */
  readonly parents: readonly string[];
}

const known = new WeakMap<Reader, Promise<ReadonlyMap<string, Relation>>>();

/** Tables of all sorts by their oid, parents before their children. */
export function relationsOf(reader: Reader): Promise<ReadonlyMap<string, Relation>> {
  const found = known.get(reader) ?? readRelations(reader);
  known.set(reader, found);
  return found;
}

async function readRelations(reader: Reader): Promise<ReadonlyMap<string, Relation>> {
  const parents = new Map<string, string[]>();
  for (const [child, parent] of await reader.lean(inheritance)) {
    if (child && parent) parents.set(child, [...(parents.get(child) ?? []), parent]);
  }
  const found = new Map<string, Relation>();
  for (const [oid, schema, name, relkind, isPartition, ofType] of await reader.lean(relations)) {
    if (!oid || !schema || !name) continue;
    found.set(oid, {
      oid,
      schema,
      name,
      kind: relkind === 'f' ? 'foreign-table' : 'table',
      partitioned: relkind === 'p',
      isPartition: isPartition === 't',
      ofType: ofType === '0' ? null : (ofType ?? null),
      parents: parents.get(oid) ?? [],
    });
  }
  return parentsFirst(found);
}

function parentsFirst(relations: ReadonlyMap<string, Relation>): ReadonlyMap<string, Relation> {
  const ordered = new Map<string, Relation>();
  const add = (relation: Relation): void => {
    if (ordered.has(relation.oid)) return;
    for (const parent of relation.parents.map((oid) => relations.get(oid))) if (parent) add(parent);
    ordered.set(relation.oid, relation);
  };
  for (const relation of relations.values()) add(relation);
  return ordered;
}

const inheritance = `
  select inhrelid, inhparent
  from pg_catalog.pg_inherits
  order by inhrelid, inhseqno
`;

const relations = `
  select c.oid, n.nspname, c.relname, c.relkind, c.relispartition, c.reloftype
  from pg_catalog.pg_class as c
  join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'f') and c.relpersistence <> 't' and ${userSchema('n')}
  order by n.nspname, c.relname
`;
