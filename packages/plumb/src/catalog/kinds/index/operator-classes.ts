import { qualified } from '../../identifier.ts';
import type { Reader } from '../../reader.ts';
import type { RelationColumn } from '../column/relation-columns.ts';

export interface OperatorClasses {
  /** How a key that uses the class says so: nothing where it is the default; null where only PostgreSQL knows. */
  textFor(operatorClass: string, column: RelationColumn): string | null;
  /** As it follows COLLATE. */
  collation(oid: string): string | null;
}

const [text, varchar] = ['25', '1043'];

export async function readOperatorClasses(reader: Reader): Promise<OperatorClasses> {
  const rows = await reader.lean(`
    select o.oid, o.opcname, n.nspname, o.opcmethod, o.opcintype, o.opcdefault
    from pg_catalog.pg_opclass as o
    join pg_catalog.pg_namespace as n on n.oid = o.opcnamespace
  `);
  const collations = await reader.lean(`
    select c.oid, c.collname, n.nspname
    from pg_catalog.pg_collation as c
    join pg_catalog.pg_namespace as n on n.oid = c.collnamespace
    where c.oid in (select unnest(i.indcollation) from pg_catalog.pg_index as i where i.indexrelid >= 16384)
  `);
  const defaults = new Set(
    rows.flatMap(([, , , method, type, byDefault]) => (byDefault === 't' ? [`${method} ${type}`] : [])),
  );
  const classes = new Map(rows.map((row) => [row[0], row]));
  const collationNames = new Map(collations.map(([oid, name, schema]) => [oid, visible(schema, name)]));
  return {
    textFor: (operatorClass, { typeOid: type }) => {
      const [, name, schema, method, takes, byDefault] = classes.get(operatorClass) ?? [];
      if (byDefault === 't') {
        if (takes === type) return '';
        // The one type without a class of its own that nearly every schema has an index on.
        if (takes === text && type === varchar && !defaults.has(`${method} ${type}`)) return '';
        return null;
      }
      return name ? ` ${visible(schema, name)}` : null;
    },
    collation: (oid) => collationNames.get(oid) ?? null,
  };
}

/** Names in pg_catalog need no schema. */
function visible(schema: string | null | undefined, name: string | null | undefined): string {
  if (!name) return '';
  return !schema || schema === 'pg_catalog' ? qualified(name) : qualified(schema, name);
}
