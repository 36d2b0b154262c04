import { objectId } from '../../identifier.ts';
import type { Reader } from '../../reader.ts';
import { type Relation, relationsOf } from '../../relations.ts';
import { columnId } from '../column/column-facts.ts';
import { type Default, defaultId } from './default-facts.ts';

interface Known {
  readonly expression: string | null;
  readonly id: string;
}

export async function readDefaults(reader: Reader): Promise<void> {
  const relations = await relationsOf(reader);
  const rows = new Map<number, Map<string, Row>>();
  for (const row of await reader.gathered<Row>(defaults)) {
    const others = rows.get(row.relation);
    if (others === undefined) rows.set(row.relation, new Map([[row.column, row]]));
    else others.set(row.column, row);
  }
  const known = new Map<number, ReadonlyMap<string, Known>>();
  for (const relation of relations.values()) {
    const own = rows.get(relation.oid) ?? new Map<string, Row>();
    const inherited = new Map<string, Known>();
    for (const parent of relation.parents) {
      for (const [column, each] of known.get(parent) ?? []) if (!inherited.has(column)) inherited.set(column, each);
    }
    const mine = new Map<string, Known>();
    for (const column of new Set([...own.keys(), ...inherited.keys()])) {
      const row = own.get(column);
      const source = inherited.get(column);
      const expression = row?.expression ?? null;
      if (source !== undefined && source.expression === expression) {
        if (row !== undefined) reader.alias({ catalog: 'pg_attrdef', oid: row.oid }, source.id);
        mine.set(column, source);
      } else {
        const object = defaultOf(relation, column, expression, row?.inherited ?? true);
        const addresses = row === undefined ? [] : [{ catalog: 'pg_attrdef', oid: row.oid }];
        reader.add(object, ...addresses);
        if (source !== undefined) reader.need(object.id, source.id);
        mine.set(column, { expression, id: object.id });
      }
    }
    known.set(relation.oid, mine);
  }
}

interface Row {
  readonly relation: number;
  readonly column: string;
  readonly oid: number;
  readonly expression: string;
  readonly inherited: boolean;
}

function defaultOf(relation: Relation, column: string, expression: string | null, inherited: boolean): Default {
  const { schema, name: table, kind } = relation;
  return {
    id: defaultId(schema, table, column),
    kind: 'default',
    parent: inherited ? objectId(kind, [schema, table]) : columnId(schema, table, column),
    facts: { schema, table, column, relation: kind, inherited, expression },
  };
}

/** A default names no columns, so that its table needn't be looked at to print it, which takes half of the time. */
const defaults = `
  select
    json_agg(d.adrelid::bigint) as relation,
    json_agg(a.attname) as column,
    json_agg(d.oid::bigint) as oid,
    json_agg(pg_catalog.pg_get_expr(d.adbin, 0)) as expression,
    json_agg(a.attinhcount > 0 or c.reloftype <> 0) as inherited
  from pg_catalog.pg_attrdef as d
  join pg_catalog.pg_attribute as a on a.attrelid = d.adrelid and a.attnum = d.adnum
  join pg_catalog.pg_class as c on c.oid = d.adrelid
  where d.oid >= 16384 and a.attgenerated = '' and c.relkind in ('r', 'p', 'f') and c.relpersistence <> 't'
`;
