import { type Client, DatabaseError } from 'pg';
import type { Profile, ProfiledColumn, ProfiledRelation } from '../profile/profile.ts';
import { relationKey, type ShadowRelation } from './shadow-relations.ts';

type Value = readonly [name: string, type: string, value: unknown];

/** Gives the shadow's relations and columns production's statistics. Returns what PostgreSQL did not take. */
export async function restoreStatistics(
  client: Client,
  { relations, columns }: Pick<Profile, 'relations' | 'columns'>,
  shadow: ReadonlyMap<string, ShadowRelation>,
): Promise<readonly string[]> {
  const refused: string[] = [];
  const restore = async (call: string, values: readonly Value[], what: string): Promise<void> => {
    try {
      if (!(await restoreCall(client, call, values))) refused.push(what);
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      refused.push(`${what}: ${error.message}`);
    }
  };
  for (const relation of relations) {
    if (!shadow.has(relationKey(relation.schema, relation.name))) continue;
    await restore('pg_restore_relation_stats', relationValues(relation), `${relation.schema}.${relation.name}`);
  }
  for (const column of columns) {
    const found = shadow.get(relationKey(column.schema, column.relation));
    if (found === undefined || !hasColumn(found, column)) continue;
    const what = `${column.schema}.${column.relation}.${column.column}`;
    await restore('pg_restore_attribute_stats', columnValues(column), what);
  }
  return refused;
}

/** Calls one of PostgreSQL's functions that restore statistics. Returns whether it took all. */
export async function restoreCall(client: Client, call: string, values: readonly Value[]): Promise<boolean> {
  const given = values.filter(([, , value]) => value !== undefined);
  const list = given.map(([name, type], at) => `'${name}', $${at + 1}::pg_catalog.${type}`).join(', ');
  const { rows } = await client.query<{ taken: boolean }>({
    text: `select pg_catalog.${call}(${list}) as taken`,
    values: given.map(([, , value]) => value),
  });
  return rows[0]?.taken === true;
}

export function hasColumn({ columns }: ShadowRelation, { column, position }: ProfiledColumn): boolean {
  return position === undefined ? columns.includes(column) : position <= columns.length;
}

function relationValues({ schema, name, relpages, reltuples, allVisible, allFrozen }: ProfiledRelation): Value[] {
  return [
    ['schemaname', 'text', schema],
    ['relname', 'text', name],
    ['relpages', 'int4', relpages],
    ['reltuples', 'float4', reltuples],
    ['relallvisible', 'int4', allVisible],
    ['relallfrozen', 'int4', allFrozen],
  ];
}

export function columnValues(column: ProfiledColumn): Value[] {
  return [
    ['schemaname', 'text', column.schema],
    ['relname', 'text', column.relation],
    column.position === undefined ? ['attname', 'text', column.column] : ['attnum', 'int2', column.position],
    ['inherited', 'bool', column.inherited],
    ['null_frac', 'float4', column.nullFraction],
    ['avg_width', 'int4', column.width],
    ['n_distinct', 'float4', column.distinct],
    ['most_common_vals', 'text', column.mostCommon],
    ['most_common_freqs', 'float4[]', column.frequencies],
    ['histogram_bounds', 'text', column.histogram],
    ['correlation', 'float4', column.correlation],
    ['most_common_elems', 'text', column.mostCommonElements],
    ['most_common_elem_freqs', 'float4[]', column.elementFrequencies],
    ['elem_count_histogram', 'float4[]', column.elementCounts],
    ['range_length_histogram', 'text', column.rangeLengths],
    ['range_empty_frac', 'float4', column.emptyRanges],
    ['range_bounds_histogram', 'text', column.rangeBounds],
  ];
}
