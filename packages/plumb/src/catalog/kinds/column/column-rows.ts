import { placeOf } from '../../address-map.ts';
import type { Reader } from '../../reader.ts';
import { relationsOf } from '../../relations.ts';

/** A row of `pg_attribute`, with what PostgreSQL keeps of the column elsewhere. */
export interface ColumnRow {
  readonly relation: number;
  readonly position: number;
  readonly name: string;
  readonly type: string;
  readonly typeOid: number;
  readonly collation: string | null;
  readonly collationOid: number;
  readonly notNull: NotNullRow | null;
  readonly identity: 'a' | 'd' | '';
  readonly generated: 's' | 'v' | '';
  /** As a letter; where it is the type's. */
  readonly storage: string | null;
  readonly compression: string | null;
  readonly statistics: number | null;
  /** As lists of `name=value`. */
  readonly options: readonly string[] | null;
  readonly foreignOptions: readonly string[] | null;
  /** From a parent or, which PostgreSQL doesn't count, from the type of a typed table. */
  readonly inherited: boolean;
  /** Something hangs on it that is an object of its own: a comment, grants. */
  readonly hasSatellites: boolean;
}

export interface NotNullRow {
  /** Before PostgreSQL 18 there is no constraint. */
  readonly oid: number | null;
  readonly name: string | null;
  readonly valid: boolean;
  readonly inheritable: boolean;
}

type ColumnRows = ReadonlyMap<number, readonly ColumnRow[]>;

const known = new WeakMap<Reader, Promise<ColumnRows>>();

/** All columns of all tables, by the table's oid. */
export function columnRows(reader: Reader): Promise<ColumnRows> {
  const found = known.get(reader) ?? readRows(reader);
  known.set(reader, found);
  return found;
}

async function readRows(reader: Reader): Promise<ColumnRows> {
  const rows = await reader.gathered<AttributeRow>(columns);
  const types = await columnTypes(reader, rows);
  const notNulls = await notNullConstraints(reader);
  const commented = await commentedColumns(reader);
  const found = new Map<number, ColumnRow[]>();
  for (const row of rows) {
    const { relation, position, name, typeOid, collation, storage } = row;
    const type = types.get(typeOid)?.get(row.modifier);
    const less = row.rare ?? usual;
    const place = placeOf(relation, position);
    const column: ColumnRow = {
      relation,
      position,
      name,
      type: type?.name ?? '',
      typeOid,
      collation: collation === type?.collation ? null : less.collation,
      collationOid: collation,
      notNull: row.notNull ? (notNulls.get(place) ?? unnamed) : null,
      identity: less.identity,
      generated: less.generated,
      storage: storage === type?.storage ? null : storage,
      compression: less.compression,
      statistics: less.statistics,
      options: less.options,
      foreignOptions: less.foreignOptions,
      inherited: row.inherited,
      hasSatellites: less.hasGrants || commented.has(place),
    };
    const known = found.get(relation);
    if (known === undefined) found.set(relation, [column]);
    else known.push(column);
  }
  for (const each of found.values()) each.sort((one, other) => one.position - other.position);
  return found;
}

interface AttributeRow extends Pick<ColumnRow, 'relation' | 'position' | 'name' | 'typeOid' | 'inherited'> {
  readonly modifier: number;
  readonly collation: number;
  readonly notNull: boolean;
  readonly storage: string;
  readonly rare: Rare | null;
}

interface TypeRow {
  readonly type: number;
  readonly modifier: number;
  readonly name: string;
  readonly storage: string;
  readonly collation: number;
}

/** By oid and modifier: there are few, and their names take time. */
async function columnTypes(
  reader: Reader,
  rows: readonly AttributeRow[],
): Promise<ReadonlyMap<number, ReadonlyMap<number, TypeRow>>> {
  const found = new Map<number, Map<number, TypeRow>>();
  const pairs = new Set(rows.map(({ typeOid, modifier }) => `(${typeOid}::oid, ${modifier}::integer)`));
  if (pairs.size === 0) return found;
  const types = await reader.rows<TypeRow>(`
    select
      v.type,
      v.modifier,
      pg_catalog.format_type(v.type, v.modifier) as name,
      t.typstorage as storage,
      t.typcollation as collation
    from (values ${[...pairs].join(', ')}) as v (type, modifier)
    join pg_catalog.pg_type as t on t.oid = v.type
  `);
  for (const row of types) {
    const others = found.get(row.type);
    if (others === undefined) found.set(row.type, new Map([[row.modifier, row]]));
    else others.set(row.modifier, row);
  }
  return found;
}

/** PostgreSQL 18 keeps NOT NULL as constraints: by the column's place. */
async function notNullConstraints(reader: Reader): Promise<ReadonlyMap<number, NotNullRow>> {
  const found = new Map<number, NotNullRow>();
  if (reader.major < 18) return found;
  for (const row of await reader.gathered<NotNullRow & ColumnPlace>(notNulls)) {
    found.set(placeOf(row.relation, row.position), row);
  }
  return found;
}

type ColumnPlace = Pick<ColumnRow, 'relation' | 'position'>;

const unnamed: NotNullRow = { oid: null, name: null, valid: true, inheritable: true };

/** Only asked where columns can be inherited: others are objects in any case. */
async function commentedColumns(reader: Reader): Promise<ReadonlySet<number>> {
  const relations = [...(await relationsOf(reader)).values()];
  if (!relations.some(({ parents, ofType }) => parents.length > 0 || ofType !== null)) return new Set();
  const rows = await reader.gathered<ColumnPlace>(comments);
  return new Set(rows.map(({ relation, position }) => placeOf(relation, position)));
}

type Rare = Pick<
  ColumnRow,
  'collation' | 'identity' | 'generated' | 'compression' | 'statistics' | 'options' | 'foreignOptions'
> & { readonly hasGrants: boolean };

const usual: Rare = {
  collation: '"default"',
  identity: '',
  generated: '',
  compression: null,
  statistics: null,
  options: null,
  foreignOptions: null,
  hasGrants: false,
};

/** What most columns don't have is one field. Few have a collation that is neither none (0) nor the database's (100). */
const columns = `
  select
    json_agg(a.attrelid::bigint) as relation,
    json_agg(a.attnum) as position,
    json_agg(a.attname) as name,
    json_agg(a.atttypid::bigint) as "typeOid",
    json_agg(a.atttypmod) as modifier,
    json_agg(a.attcollation::bigint) as collation,
    json_agg(a.attnotnull) as "notNull",
    json_agg(a.attinhcount > 0 or c.reloftype <> 0) as inherited,
    json_agg(a.attstorage) as storage,
    json_agg(
      case
        when a.attcollation not in (0, 100)
          or a.attidentity <> ''
          or a.attgenerated <> ''
          or a.attcompression <> ''
          or a.attstattarget >= 0
          or a.attoptions is not null
          or a.attfdwoptions is not null
          or a.attacl is not null
        then json_build_object(
          'collation', case when a.attcollation <> 0 then a.attcollation::regcollation::text end,
          'identity', a.attidentity,
          'generated', a.attgenerated,
          'compression', nullif(a.attcompression, ''),
          'statistics', case when a.attstattarget >= 0 then a.attstattarget end,
          'options', a.attoptions,
          'foreignOptions', a.attfdwoptions,
          'hasGrants', a.attacl is not null
        )
      end
    ) as rare
  from pg_catalog.pg_attribute as a
  join pg_catalog.pg_class as c on c.oid = a.attrelid
  where c.relkind in ('r', 'p', 'f') and c.oid >= 16384 and a.attnum > 0 and not a.attisdropped
`;

const notNulls = `
  select
    json_agg(conrelid::bigint) as relation,
    json_agg(conkey[1]) as position,
    json_agg(oid::bigint) as oid,
    json_agg(conname) as name,
    json_agg(convalidated) as valid,
    json_agg(not connoinherit) as inheritable
  from pg_catalog.pg_constraint
  where contype = 'n' and conrelid >= 16384
`;

const comments = `
  select json_agg(objoid::bigint) as relation, json_agg(objsubid) as position
  from pg_catalog.pg_description
  where classoid = 'pg_catalog.pg_class'::regclass and objoid >= 16384 and objsubid > 0
`;
