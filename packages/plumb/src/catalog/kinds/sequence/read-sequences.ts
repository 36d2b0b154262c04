import type { Reader } from '../../reader.ts';
import { userSchema } from '../../user-schema.ts';
import { columnId } from '../column/column-facts.ts';
import { ownerId } from '../owner.ts';
import { tableId } from '../table/table-facts.ts';
import { type SequenceFacts, sequenceId } from './sequence-facts.ts';
import { optionColumns, optionsFrom } from './sequence-options.ts';

export async function readSequences(reader: Reader): Promise<void> {
  for (const row of await reader.lean(sequences)) {
    const [oid, schema, name, persistence, ofSchema, ofTable, ofColumn, inherited, ...options] = row;
    if (!oid || !schema || !name) continue;
    const owned = ofSchema && ofTable && ofColumn;
    const facts: SequenceFacts = {
      schema,
      name,
      persistence: persistence === 'u' ? 'unlogged' : 'permanent',
      options: optionsFrom(options),
      ownedBy: owned ? { schema: ofSchema, table: ofTable, column: ofColumn } : null,
    };
    const column = owned && (inherited === 't' ? tableId(ofSchema, ofTable) : columnId(ofSchema, ofTable, ofColumn));
    const id = sequenceId(schema, name);
    reader.add({ id, kind: 'sequence', parent: column || null, facts }, { catalog: 'pg_class', oid: Number(oid) });
    // A new owner of the table takes the sequence along.
    if (owned) reader.hint(ownerId(tableId(ofSchema, ofTable)), id);
    reader.name(name, id);
  }
}

/** An identity column's sequence is a part of the column. */
const sequences = `
  select
    c.oid, n.nspname, c.relname, c.relpersistence,
    o.schema, o.name, o.column, o.inherited,
    ${optionColumns}
  from pg_catalog.pg_sequence as s
  join pg_catalog.pg_class as c on c.oid = s.seqrelid
  join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
  left join (
    select
      d.objid,
      d.deptype,
      n.nspname as schema,
      r.relname as name,
      a.attname as column,
      a.attinhcount > 0 or r.reloftype <> 0 as inherited
    from pg_catalog.pg_depend as d
    join pg_catalog.pg_class as r on r.oid = d.refobjid
    join pg_catalog.pg_namespace as n on n.oid = r.relnamespace
    join pg_catalog.pg_attribute as a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
    where d.classid = 'pg_catalog.pg_class'::regclass
      and d.refclassid = 'pg_catalog.pg_class'::regclass
      and d.deptype in ('a', 'i')
      and d.objsubid = 0
      and d.refobjsubid > 0
  ) as o on o.objid = c.oid
  where o.deptype is distinct from 'i' and c.relpersistence <> 't' and ${userSchema('n')}
  order by n.nspname, c.relname
`;
