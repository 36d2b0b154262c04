import { placeOf } from '../../address-map.ts';
import type { Reader } from '../../reader.ts';
import { type SequenceOptions, sequenceOptions } from '../sequence/sequence-options.ts';
import { columnRows } from './column-rows.ts';

/** What PostgreSQL keeps as rows of other catalogues, and what is part of a column: by the column's place. */
export interface ColumnInternals {
  readonly sequences: ReadonlyMap<number, IdentitySequence>;
  readonly expressions: ReadonlyMap<number, Expression>;
}

export interface IdentitySequence {
  readonly oid: number;
  readonly name: string;
  readonly options: SequenceOptions;
}

interface Expression {
  readonly oid: number;
  readonly text: string;
}

/** Asks only for what some column has. */
export async function columnInternals(reader: Reader): Promise<ColumnInternals> {
  const rows = [...(await columnRows(reader)).values()];
  const has = (part: 'identity' | 'generated'): boolean => rows.some((each) => each.some((row) => row[part] !== ''));
  const sequences = new Map<number, IdentitySequence>();
  for (const row of has('identity') ? await reader.gathered<IdentitySequence & ColumnPlace>(identitySequences) : []) {
    sequences.set(placeOf(row.relation, row.position), row);
  }
  const expressions = new Map<number, Expression>();
  for (const row of has('generated') ? await reader.rows<Expression & ColumnPlace>(generatedExpressions) : []) {
    expressions.set(placeOf(row.relation, row.position), row);
  }
  return { sequences, expressions };
}

interface ColumnPlace {
  readonly relation: number;
  readonly position: number;
}

const identitySequences = `
  select
    json_agg(d.refobjid::bigint) as relation,
    json_agg(d.refobjsubid) as position,
    json_agg(c.oid::bigint) as oid,
    json_agg(c.relname) as name,
    json_agg(${sequenceOptions}) as options
  from pg_catalog.pg_sequence as s
  join pg_catalog.pg_class as c on c.oid = s.seqrelid
  join pg_catalog.pg_depend as d
    on d.classid = 'pg_catalog.pg_class'::regclass
    and d.objid = c.oid
    and d.refclassid = 'pg_catalog.pg_class'::regclass
    and d.deptype = 'i'
`;

const generatedExpressions = `
  select
    d.adrelid as relation,
    d.adnum as position,
    d.oid,
    pg_catalog.pg_get_expr(d.adbin, d.adrelid) as text
  from pg_catalog.pg_attrdef as d
  join pg_catalog.pg_attribute as a on a.attrelid = d.adrelid and a.attnum = d.adnum
  where a.attgenerated <> '' and d.oid >= 16384
`;
