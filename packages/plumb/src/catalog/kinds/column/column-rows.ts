import type { Reader } from '../../reader.ts';
import { relationsOf } from '../../relations.ts';

/** A row of `pg_attribute`, with what PostgreSQL keeps of the column elsewhere. */
export interface ColumnRow {
  readonly relation: string;
  readonly position: number;
  readonly name: string;
  readonly type: string;
  readonly typeOid: string;
  readonly collation: string | null;
  readonly collationOid: string;
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

type ColumnRows = ReadonlyMap<string, readonly ColumnRow[]>;

const known = new WeakMap<Reader, Promise<ColumnRows>>();

/** All columns of all tables, by the table's oid. */
export function columnRows(reader: Reader): Promise<ColumnRows> {
  const found = known.get(reader) ?? readRows(reader);
  known.set(reader, found);
  return found;
}

async function readRows(reader: Reader): Promise<ColumnRows> {
  const rows = await reader.lean(columns);
  const types = await columnTypes(reader, rows);
  const notNulls = await notNullConstraints(reader);
  const commented = await commentedColumns(reader);
  const found = new Map<string, ColumnRow[]>();
  for (const [relation, position, name, typeOid, modifier, collation, notNull, inherited, storage, rare] of rows) {
    if (!relation || !name || !typeOid) continue;
    const type = types.get(`${typeOid} ${modifier}`);
    const less = rare ? rarely(rare) : usual;
    const key = `${relation} ${position}`;
    const column: ColumnRow = {
      relation,
      position: Number(position),
      name,
      type: type?.name ?? '',
      typeOid,
      collation: collation === type?.collation ? null : less.collation,
      collationOid: collation ?? '',
      notNull: notNull === 't' ? (notNulls.get(key) ?? unnamed) : null,
      identity: less.identity,
      generated: less.generated,
      storage: storage === type?.storage ? null : (storage ?? null),
      compression: less.compression,
      statistics: less.statistics,
      options: less.options,
      foreignOptions: less.foreignOptions,
      inherited: inherited === 't',
      hasSatellites: less.hasGrants || commented.has(key),
    };
    const known = found.get(relation);
    if (known === undefined) found.set(relation, [column]);
    else known.push(column);
  }
  for (const each of found.values()) each.sort((one, other) => one.position - other.position);
  return found;
}

interface TypeRow {
  readonly name: string;
  readonly storage: string;
  readonly collation: string;
}

/** By `oid modifier`: there are few, and their names take time. */
async function columnTypes(
  reader: Reader,
  rows: readonly (readonly (string | null)[])[],
): Promise<ReadonlyMap<string, TypeRow>> {
  const pairs = new Set(rows.map((row) => `(${row[3]}::oid, ${row[4]}::integer)`));
  if (pairs.size === 0) return new Map();
  const types = await reader.lean(`
    select v.type, v.modifier, pg_catalog.format_type(v.type, v.modifier), t.typstorage, t.typcollation
    from (values ${[...pairs].join(', ')}) as v (type, modifier)
    join pg_catalog.pg_type as t on t.oid = v.type
  `);
  return new Map(
    types.map(([type, modifier, name, storage, collation]) => [
      `${type} ${modifier}`,
      { name: name ?? '', storage: storage ?? '', collation: collation ?? '' },
    ]),
  );
}

/** PostgreSQL 18 keeps NOT NULL as constraints: by `relation position`. */
async function notNullConstraints(reader: Reader): Promise<ReadonlyMap<string, NotNullRow>> {
  if (reader.major < 18) return new Map();
  return new Map(
    (await reader.lean(notNulls)).map(([relation, position, oid, name, valid, stops]) => [
      `${relation} ${position}`,
      { oid: Number(oid), name: name ?? null, valid: valid === 't', inheritable: stops === 'f' },
    ]),
  );
}

const unnamed: NotNullRow = { oid: null, name: null, valid: true, inheritable: true };

/** Only asked where columns can be inherited: others are objects in any case. */
async function commentedColumns(reader: Reader): Promise<ReadonlySet<string>> {
  const relations = [...(await relationsOf(reader)).values()];
  if (!relations.some(({ parents, ofType }) => parents.length > 0 || ofType !== null)) return new Set();
  return new Set((await reader.lean(comments)).map(([relation, position]) => `${relation} ${position}`));
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

/** What most columns don't have comes in one field, as JSON. */
function rarely(json: string): Rare {
  const rare: Rare = JSON.parse(json);
  return rare;
}

/** Few have a collation that is neither none (0) nor the database's (100). */
const columns = `
  select
    a.attrelid,
    a.attnum,
    a.attname,
    a.atttypid,
    a.atttypmod,
    a.attcollation,
    a.attnotnull,
    a.attinhcount > 0 or c.reloftype <> 0,
    a.attstorage,
    case
      when a.attcollation not in (0, 100)
        or a.attidentity <> ''
        or a.attgenerated <> ''
        or a.attcompression <> ''
        or a.attstattarget >= 0
        or a.attoptions is not null
        or a.attfdwoptions is not null
        or a.attacl is not null
      then pg_catalog.json_build_object(
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
  from pg_catalog.pg_attribute as a
  join pg_catalog.pg_class as c on c.oid = a.attrelid
  where c.relkind in ('r', 'p', 'f') and c.oid >= 16384 and a.attnum > 0 and not a.attisdropped
`;

const notNulls = `
  select conrelid, conkey[1], oid, conname, convalidated, connoinherit
  from pg_catalog.pg_constraint
  where contype = 'n' and conrelid >= 16384
`;

const comments = `
  select objoid, objsubid
  from pg_catalog.pg_description
  where classoid = 'pg_catalog.pg_class'::regclass and objoid >= 16384 and objsubid > 0
`;
