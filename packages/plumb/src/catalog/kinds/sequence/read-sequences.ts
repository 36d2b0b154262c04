import type { Reader } from '../../reader.ts';
import { userSchema } from '../../user-schema.ts';
import { columnId } from '../column/column-facts.ts';
import { ownerId } from '../owner.ts';
import { tableId } from '../table/table-facts.ts';
import { type SequenceFacts, sequenceId } from './sequence-facts.ts';
import { type SequenceOptions, sequenceOptions } from './sequence-options.ts';

export async function readSequences(reader: Reader): Promise<void> {
  for (const row of await reader.rows<Row>(sequences)) {
    const { oid, schema, name, ownedBy } = row;
    const facts: SequenceFacts = {
      schema,
      name,
      persistence: row.persistence === 'u' ? 'unlogged' : 'permanent',
      options: row.options,
      ownedBy,
    };
    const table = ownedBy && tableId(ownedBy.schema, ownedBy.table);
    const column = ownedBy && columnId(ownedBy.schema, ownedBy.table, ownedBy.column);
    const id = sequenceId(schema, name);
    const parent = row.inherited ? table : column;
    reader.add({ id, kind: 'sequence', parent, facts }, { catalog: 'pg_class', oid });
    // A new owner of the table takes the sequence along.
    if (table !== null) reader.hint(ownerId(table), id);
    reader.name(name, id);
  }
}

interface Row {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly persistence: string;
  readonly ownedBy: SequenceFacts['ownedBy'];
  /** Whether its column is. */
  readonly inherited: boolean | null;
  readonly options: SequenceOptions;
}

/** An identity column's sequence is a part of the column. */
const sequences = `
  select
    c.oid,
    n.nspname as schema,
    c.relname as name,
    c.relpersistence as persistence,
    case
      when d.objid is not null then json_build_object('schema', rn.nspname, 'table', r.relname, 'column', a.attname)
    end as "ownedBy",
    a.attinhcount > 0 or r.reloftype <> 0 as inherited,
    ${sequenceOptions} as options
  from pg_catalog.pg_sequence as s
  join pg_catalog.pg_class as c on c.oid = s.seqrelid
  join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
  left join pg_catalog.pg_depend as d
    on d.classid = 'pg_catalog.pg_class'::regclass
    and d.objid = c.oid
    and d.objsubid = 0
    and d.refclassid = 'pg_catalog.pg_class'::regclass
    and d.refobjsubid > 0
    and d.deptype in ('a', 'i')
  left join pg_catalog.pg_class as r on r.oid = d.refobjid
  left join pg_catalog.pg_namespace as rn on rn.oid = r.relnamespace
  left join pg_catalog.pg_attribute as a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
  where d.deptype is distinct from 'i' and c.relpersistence <> 't' and ${userSchema('n')}
  order by n.nspname, c.relname
`;
