import { qualified } from '../../identifier.ts';
import type { Reader } from '../../reader.ts';

/** A row of `pg_constraint`, with that of its index. Numbers of columns stay numbers here. */
export interface ConstraintRow {
  readonly oid: string;
  readonly name: string;
  readonly type: string;
  readonly relation: string;
  readonly deferrable: boolean;
  readonly deferred: boolean;
  readonly validated: boolean;
  readonly enforced: boolean;
  readonly local: boolean;
  readonly inheritable: boolean;
  readonly period: boolean;
  /** The constraint of the partitioned table that it is a part of. */
  readonly parent: string | null;
  readonly columns: readonly string[];
  /** A check's expression, an exclusion's definition. */
  readonly text: string;
  readonly reference: ReferenceRow | null;
  readonly index: IndexRow | null;
}

export interface ReferenceRow {
  readonly relation: string;
  readonly columns: readonly string[];
  readonly onUpdate: string;
  readonly onDelete: string;
  readonly match: string;
  readonly deleteSets: readonly string[];
}

export interface IndexRow {
  readonly oid: string;
  readonly method: string;
  readonly columns: readonly string[];
  readonly keyCount: number;
  readonly nullsNotDistinct: boolean;
  readonly valid: boolean;
  /** As JSON. */
  readonly options: string | null;
  readonly tablespace: string | null;
  readonly partitionOf: string | null;
}

export async function constraintRows(reader: Reader): Promise<readonly ConstraintRow[]> {
  const found: ConstraintRow[] = [];
  for (const row of await reader.lean(constraints(reader.major))) {
    const [oid, name, type, relation, deferrable, deferred, validated, enforced, local, stops, period, parent] = row;
    if (!oid || !name || !type || !relation) continue;
    found.push({
      oid,
      name,
      type,
      relation,
      deferrable: deferrable === 't',
      deferred: deferred === 't',
      validated: validated === 't',
      enforced: enforced === 't',
      local: local === 't',
      inheritable: stops === 'f',
      period: period === 't',
      parent: parent && parent !== '0' ? parent : null,
      columns: arrayOf(row[12]),
      text: row[13] ?? '',
      reference: type === 'f' ? referenceOf(row.slice(14, 20)) : null,
      index: row[20] ? indexOf(row.slice(20)) : null,
    });
  }
  return found;
}

type Fields = readonly (string | null)[];

function referenceOf([relation, columns, onUpdate, onDelete, match, deleteSets]: Fields): ReferenceRow {
  return {
    relation: relation ?? '',
    columns: arrayOf(columns),
    onUpdate: onUpdate ?? '',
    onDelete: onDelete ?? '',
    match: match ?? '',
    deleteSets: arrayOf(deleteSets),
  };
}

function indexOf(fields: Fields): IndexRow | null {
  const [oid, method, columns, keyCount, nullsNotDistinct, valid, options, tablespace, schema, name] = fields;
  if (!oid || !method) return null;
  return {
    oid,
    method,
    columns: columns ? columns.split(' ') : [],
    keyCount: Number(keyCount),
    nullsNotDistinct: nullsNotDistinct === 't',
    valid: valid === 't',
    options: options ?? null,
    tablespace: tablespace ?? null,
    partitionOf: schema && name ? qualified(schema, name) : null,
  };
}

/** `{1,2}` */
function arrayOf(text: string | null | undefined): readonly string[] {
  return text && text !== '{}' ? text.slice(1, -1).split(',') : [];
}

/** In the order in which they were made. */
const constraints = (major: number): string => `
  select
    k.oid,
    k.conname,
    k.contype,
    k.conrelid,
    k.condeferrable,
    k.condeferred,
    k.convalidated,
    ${major >= 18 ? 'k.conenforced' : 'true'},
    k.conislocal,
    k.connoinherit,
    ${major >= 18 ? 'k.conperiod' : 'false'},
    k.conparentid,
    k.conkey,
    case k.contype
      when 'c' then pg_catalog.pg_get_expr(k.conbin, k.conrelid)
      when 'x' then pg_catalog.pg_get_constraintdef(k.oid)
    end,
    k.confrelid,
    k.confkey,
    k.confupdtype,
    k.confdeltype,
    k.confmatchtype,
    ${major >= 15 ? 'k.confdelsetcols' : 'null'},
    i.indexrelid,
    m.amname,
    i.indkey,
    i.indnkeyatts,
    ${major >= 15 ? 'i.indnullsnotdistinct' : 'false'},
    i.indisvalid,
    pg_catalog.to_json(c.reloptions),
    s.spcname,
    pn.nspname,
    p.relname
  from pg_catalog.pg_constraint as k
  left join pg_catalog.pg_index as i on i.indexrelid = k.conindid and k.contype in ('p', 'u', 'x')
  left join pg_catalog.pg_class as c on c.oid = i.indexrelid
  left join pg_catalog.pg_am as m on m.oid = c.relam
  left join pg_catalog.pg_tablespace as s on s.oid = c.reltablespace
  left join pg_catalog.pg_inherits as h on h.inhrelid = i.indexrelid
  left join pg_catalog.pg_class as p on p.oid = h.inhparent
  left join pg_catalog.pg_namespace as pn on pn.oid = p.relnamespace
  where k.oid >= 16384 and k.contypid = 0 and k.contype in ('p', 'u', 'x', 'c', 'f')
  order by k.oid
`;
