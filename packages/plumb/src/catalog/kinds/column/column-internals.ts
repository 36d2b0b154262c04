import type { Reader } from '../../reader.ts';
import { optionColumns, optionsFrom, type SequenceOptions } from '../sequence/sequence-options.ts';

/** What PostgreSQL keeps as rows of other catalogues, and what is part of a column: by `relation column number`. */
export interface ColumnInternals {
  readonly sequences: ReadonlyMap<string, IdentitySequence>;
  readonly expressions: ReadonlyMap<string, { readonly oid: number; readonly text: string }>;
}

export interface IdentitySequence {
  readonly oid: number;
  readonly name: string;
  readonly options: SequenceOptions;
}

export async function columnInternals(reader: Reader): Promise<ColumnInternals> {
  const sequences = new Map<string, IdentitySequence>();
  for (const [relation, position, oid, name, ...options] of await reader.lean(identitySequences)) {
    sequences.set(`${relation} ${position}`, { oid: Number(oid), name: name ?? '', options: optionsFrom(options) });
  }
  const expressions = new Map<string, { readonly oid: number; readonly text: string }>();
  for (const [relation, position, oid, text] of await reader.lean(generatedExpressions)) {
    expressions.set(`${relation} ${position}`, { oid: Number(oid), text: text ?? '' });
  }
  return { sequences, expressions };
}

const identitySequences = `
  select d.refobjid, d.refobjsubid, c.oid, c.relname, ${optionColumns}
  from pg_catalog.pg_sequence as s
  join pg_catalog.pg_class as c on c.oid = s.seqrelid
  join pg_catalog.pg_depend as d
    on d.classid = 'pg_catalog.pg_class'::regclass
    and d.objid = c.oid
    and d.refclassid = 'pg_catalog.pg_class'::regclass
    and d.deptype = 'i'
`;

const generatedExpressions = `
  select d.adrelid, d.adnum, d.oid, pg_catalog.pg_get_expr(d.adbin, d.adrelid)
  from pg_catalog.pg_attrdef as d
  join pg_catalog.pg_attribute as a on a.attrelid = d.adrelid and a.attnum = d.adnum
  where a.attgenerated <> '' and d.oid >= 16384
`;
