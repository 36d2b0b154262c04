import { qualified } from '../../identifier.ts';
import type { Reader } from '../../reader.ts';
import type { RelationColumn } from '../column/relation-columns.ts';

export interface OperatorClasses {
  /** How a key that uses the class says so: nothing where it is the default; null where only PostgreSQL knows. */
  textFor(operatorClass: number, column: RelationColumn): string | null;
  /** As it follows COLLATE. */
  collation(oid: number): string | null;
}

interface OperatorClass {
  readonly oid: number;
  readonly name: string;
  readonly schema: string;
  readonly method: number;
  readonly takes: number;
  readonly default: boolean;
}

interface Collation {
  readonly oid: number;
  readonly name: string;
  readonly schema: string;
}

const [text, varchar] = [25, 1043];

/** What takes every enum, array, range or multirange, as `enum_ops` does. */
const polymorphic: ReadonlySet<number> = new Set([2277, 3500, 3831, 4537]);

export async function readOperatorClasses(reader: Reader): Promise<OperatorClasses> {
  const classes = await reader.rows<OperatorClass>(`
    select
      o.oid,
      o.opcname as name,
      n.nspname as schema,
      o.opcmethod as method,
      o.opcintype as takes,
      o.opcdefault as default
    from pg_catalog.pg_opclass as o
    join pg_catalog.pg_namespace as n on n.oid = o.opcnamespace
  `);
  const domains = new Set((await reader.rows<{ oid: number }>(domainTypes)).map(({ oid }) => oid));
  const collations = await reader.rows<Collation>(`
    select c.oid, c.collname as name, n.nspname as schema
    from pg_catalog.pg_collation as c
    join pg_catalog.pg_namespace as n on n.oid = c.collnamespace
    where c.oid in (select unnest(i.indcollation) from pg_catalog.pg_index as i where i.indexrelid >= 16384)
  `);
  const defaults = new Set(classes.flatMap((each) => (each.default ? [`${each.method} ${each.takes}`] : [])));
  const known = new Map(classes.map((each) => [each.oid, each]));
  const collationNames = new Map(collations.map(({ oid, name, schema }) => [oid, visible(schema, name)]));
  return {
    textFor: (operatorClass, { typeOid: type }) => {
      const found = known.get(operatorClass);
      if (found === undefined) return null;
      if (!found.default) return ` ${visible(found.schema, found.name)}`;
      if (found.takes === type) return '';
      // The one other type without a class of its own that nearly every schema has an index on.
      const isText = found.takes === text && type === varchar;
      const hasOwn = domains.has(type) || defaults.has(`${found.method} ${type}`);
      return (isText || polymorphic.has(found.takes)) && !hasOwn ? '' : null;
    },
    collation: (oid) => collationNames.get(oid) ?? null,
  };
}

/** What their default is depends on the types that they are made of. */
const domainTypes = "select oid from pg_catalog.pg_type where typtype = 'd'";

/** Names in pg_catalog need no schema. */
function visible(schema: string, name: string): string {
  return schema === 'pg_catalog' ? qualified(name) : qualified(schema, name);
}
