import { type Client, DatabaseError } from 'pg';
import type { ProfiledColumn } from '../profile/profile.ts';
import { type Attribute, type ColumnType, readColumnTypes } from './column-types.ts';

/** Statistics of an attribute, to be stored in `pg_statistic`. */
export interface AttributeStatistics extends Attribute {
  readonly inherited: boolean;
  readonly distribution: Omit<ProfiledColumn, 'schema' | 'relation' | 'column' | 'position' | 'inherited'>;
}

/** Two sessions on the shadow: superusers write catalogues, and never run anything of the schema, such as the checks of a domain. */
export interface ShadowSessions {
  readonly owner: Client;
  readonly superuser: Client;
}

/** The schema of tables that are needed while statistics are stored. */
export const workplace = 'plumb_models';

interface Slot {
  readonly kind: number;
  readonly operator: string;
  readonly collation: string;
  readonly numbers: readonly number[] | null;
  /** The place among all values. */
  readonly values: number | null;
}

interface Values {
  /** Of which attribute. */
  readonly of: number;
  readonly type: string;
  readonly values: string;
}

/**
 * Stores statistics of columns as ANALYZE would have stored them. PostgreSQL has functions for that since 18 only, and there
 * they have to be called for each column. Returns what went wrong with an attribute, by its place.
 */
export async function storeStatistics(
  { owner, superuser }: ShadowSessions,
  attributes: readonly AttributeStatistics[],
): Promise<ReadonlyMap<number, string>> {
  const types = await readColumnTypes(
    owner,
    attributes.map(({ relation, name, number }) => ({ relation, name, number })),
  );
  const values: Values[] = [];
  const stored = attributes.map((attribute, at) => {
    const type = types[at] ?? null;
    const slots = type === null ? [] : slotsOf(attribute, type, (list) => values.push({ ...list, of: at }) - 1);
    return { attribute, at, type, slots };
  });
  await owner.query(`create table ${workplace}.lists (id pg_catalog.int4, list pg_catalog.text[])`);
  await superuser.query(`
    update pg_catalog.pg_attribute set atttypid = 'pg_catalog.anyarray'::pg_catalog.regtype, attalign = 'd'
    where attrelid = '${workplace}.lists'::pg_catalog.regclass and attname = 'list'
  `);
  try {
    const refused = await makeLists(owner, values);
    const facts = stored.flatMap(({ attribute, at, type, slots }) =>
      type === null || refused.has(at) ? [] : [factOf(attribute, type, slots)],
    );
    await superuser.query(deleteFacts, [JSON.stringify(facts)]);
    await superuser.query(insertFacts, [JSON.stringify(facts)]);
    return refused;
  } finally {
    await owner.query(`drop table ${workplace}.lists`);
  }
}

/** What a column's statistics consist of, by the numbers that `pg_statistic` has for it. */
function slotsOf(
  { distribution }: AttributeStatistics,
  { type, less, equal, collation, element, elementEqual }: ColumnType,
  keep: (list: Omit<Values, 'of'>) => number,
): readonly Slot[] {
  const { mostCommon, frequencies = null, histogram, correlation } = distribution;
  const { mostCommonElements, elementFrequencies = null, elementCounts } = distribution;
  const { rangeLengths, emptyRanges, rangeBounds } = distribution;
  const list = (of: string, values: string | undefined): number | null =>
    values === undefined ? null : keep({ type: of, values });
  const slots: Slot[] = [];
  if (mostCommon !== undefined) {
    slots.push({ kind: 1, operator: equal, collation, numbers: frequencies, values: list(type, mostCommon) });
  }
  if (histogram !== undefined) {
    slots.push({ kind: 2, operator: less, collation, numbers: null, values: list(type, histogram) });
  }
  if (correlation !== undefined) {
    slots.push({ kind: 3, operator: less, collation, numbers: [correlation], values: null });
  }
  if (mostCommonElements !== undefined) {
    const elements = list(element, mostCommonElements);
    slots.push({ kind: 4, operator: elementEqual, collation, numbers: elementFrequencies, values: elements });
  }
  if (elementCounts !== undefined) {
    slots.push({ kind: 5, operator: elementEqual, collation, numbers: elementCounts, values: null });
  }
  if (emptyRanges !== undefined) {
    const lengths = list(float8, rangeLengths);
    slots.push({ kind: 6, operator: float8Less, collation: '0', numbers: [emptyRanges], values: lengths });
  }
  if (rangeBounds !== undefined) {
    slots.push({ kind: 7, operator: '0', collation: '0', numbers: null, values: list(type, rangeBounds) });
  }
  return slots;
}

/** Identifiers of PostgreSQL's own objects never change. */
const float8 = '701';
const float8Less = '672';
const places = 5;

/** Makes arrays of their texts. Returns what PostgreSQL said of those that can't be made. */
async function makeLists(owner: Client, values: readonly Values[]): Promise<ReadonlyMap<number, string>> {
  const facts = values.map(({ type, values: text }, id) => ({ id, type, text }));
  const refused = new Map<number, string>();
  const make = async (some: typeof facts): Promise<void> => {
    try {
      await owner.query(insertLists, [JSON.stringify(some)]);
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      const [one, ...others] = some;
      if (one === undefined) return;
      if (others.length === 0) {
        refused.set(values[one.id]?.of ?? -1, error.message);
        return;
      }
      const half = Math.ceil(some.length / 2);
      await make(some.slice(0, half));
      await make(some.slice(half));
    }
  };
  for (let at = 0; at < facts.length; at += 1000) await make(facts.slice(at, at + 1000));
  return refused;
}

const insertLists = `
  insert into ${workplace}.lists
  select f.id, pg_catalog.array_in(pg_catalog.textout(f.text), f.type, -1)
  from pg_catalog.json_to_recordset($1) as f (id pg_catalog.int4, type pg_catalog.oid, text pg_catalog.text)
`;

function factOf(
  { relation, inherited, distribution }: AttributeStatistics,
  { number }: ColumnType,
  slots: readonly Slot[],
): unknown {
  const { nullFraction, width, distinct } = distribution;
  const parts = slots.slice(0, places).flatMap(({ kind, operator, collation, numbers, values }, at) => [
    [`kind${at + 1}`, kind],
    [`op${at + 1}`, operator],
    [`coll${at + 1}`, collation],
    [`numbers${at + 1}`, numbers],
    [`values${at + 1}`, values],
  ]);
  return { relation, number, inherited, nullFraction, width, distinct, ...Object.fromEntries(parts) };
}

const ofPlaces = (text: (place: number) => string): string =>
  Array.from({ length: places }, (_, at) => text(at + 1)).join(', ');

/** Of models that were analysed, and where the schema itself analyses. */
const deleteFacts = `
  delete from pg_catalog.pg_statistic as s
  using pg_catalog.json_to_recordset($1) as f (relation pg_catalog.oid, number pg_catalog.int2, inherited pg_catalog.bool)
  where s.starelid = f.relation and s.staattnum = f.number and s.stainherit = f.inherited
`;

const insertFacts = `
  insert into pg_catalog.pg_statistic (
    starelid, staattnum, stainherit, stanullfrac, stawidth, stadistinct,
    ${ofPlaces((n) => `stakind${n}`)}, ${ofPlaces((n) => `staop${n}`)}, ${ofPlaces((n) => `stacoll${n}`)},
    ${ofPlaces((n) => `stanumbers${n}`)}, ${ofPlaces((n) => `stavalues${n}`)}
  )
  select f.relation, f.number, f.inherited, f."nullFraction", f.width, f."distinct",
         ${ofPlaces((n) => `coalesce(f.kind${n}, 0)`)},
         ${ofPlaces((n) => `coalesce(f.op${n}, 0)`)},
         ${ofPlaces((n) => `coalesce(f.coll${n}, 0)`)},
         ${ofPlaces((n) => `f.numbers${n}`)},
         ${ofPlaces((n) => `l${n}.list`)}
  from pg_catalog.json_to_recordset($1) as f (
    relation pg_catalog.oid, number pg_catalog.int2, inherited pg_catalog.bool,
    "nullFraction" pg_catalog.float4, width pg_catalog.int4, "distinct" pg_catalog.float4,
    ${ofPlaces(
      (n) =>
        `kind${n} pg_catalog.int2, op${n} pg_catalog.oid, coll${n} pg_catalog.oid, numbers${n} pg_catalog.float4[], values${n} pg_catalog.int4`,
    )}
  )
  ${Array.from({ length: places }, (_, at) => `left join ${workplace}.lists as l${at + 1} on l${at + 1}.id = f.values${at + 1}`).join('\n  ')}
`;
