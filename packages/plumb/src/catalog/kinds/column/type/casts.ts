import type { Catalog } from '../../../catalog-object.ts';

export type CastContext = 'assignment' | 'explicit';

const texts = new Set(['text', 'character varying', 'character', '"char"', 'name']);

/** Among these every type can be assigned to every other. */
const groups: readonly (readonly string[])[] = [
  ['smallint', 'integer', 'bigint', 'numeric', 'real', 'double precision'],
  ['bit', 'bit varying'],
  ['json', 'jsonb'],
  ['macaddr', 'macaddr8'],
  ['inet', 'cidr'],
  ['timestamp without time zone', 'timestamp with time zone'],
  ['time without time zone', 'time with time zone'],
  ['time without time zone', 'interval'],
  ['integer', 'bigint', 'oid'],
  ['path', 'polygon'],
];

/** Others of PostgreSQL's own that can be assigned. */
const assignments: Readonly<Record<string, readonly string[]>> = {
  integer: ['money'],
  bigint: ['money'],
  numeric: ['money'],
  money: ['numeric'],
  date: ['timestamp without time zone', 'timestamp with time zone'],
  'timestamp without time zone': ['date', 'time without time zone'],
  'timestamp with time zone': ['date', 'time without time zone', 'time with time zone'],
  box: ['polygon'],
  point: ['box'],
};

/** PostgreSQL's own casts that must be asked for. */
const explicit: Readonly<Record<string, readonly string[]>> = {
  '"char"': ['integer'],
  bigint: ['bit'],
  bit: ['bigint', 'integer'],
  boolean: ['integer'],
  box: ['circle', 'point', 'lseg'],
  circle: ['point', 'box', 'polygon'],
  daterange: ['datemultirange'],
  int4range: ['int4multirange'],
  int8range: ['int8multirange'],
  integer: ['boolean', '"char"', 'bit'],
  jsonb: ['double precision', 'boolean', 'numeric', 'smallint', 'integer', 'bigint', 'real'],
  lseg: ['point'],
  numrange: ['nummultirange'],
  polygon: ['circle', 'point', 'box'],
  tsrange: ['tsmultirange'],
  tstzrange: ['tstzmultirange'],
  xid8: ['xid'],
};

/** How one type, without modifiers, becomes another; null where PostgreSQL knows no way. */
export function castContext(from: string, to: string, catalog: Catalog): CastContext | null {
  if (from === to) return 'assignment';
  const cast = catalog.objects.get(`cast (${from} AS ${to})`)?.facts;
  if (cast && 'context' in cast) return cast.context === 'explicit' ? 'explicit' : 'assignment';
  // Every type can be written into a text, and read from one.
  if (to === 'text' || to === 'character varying' || to === 'character') return 'assignment';
  const together = groups.some((group) => group.includes(from) && group.includes(to));
  if (together || assignments[from]?.includes(to)) return 'assignment';
  if (isText(from) && (to === 'name' || to === '"char"' || to === 'regclass')) return 'assignment';
  return isText(from) || explicit[from]?.includes(to) ? 'explicit' : null;
}

export function isText(base: string): boolean {
  return texts.has(base);
}

export function isNumber(base: string): boolean {
  return groups[0]?.includes(base) === true;
}
