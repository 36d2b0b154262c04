import type { Client } from 'pg';
import type { Profile, ProfiledColumn, ProfiledRelation } from '../profile/profile.ts';
import { relationKey, type ShadowRelation } from './shadow-relations.ts';
import { type AttributeStatistics, type ShadowSessions, storeStatistics } from './store-statistics.ts';

/** Gives the shadow's relations and columns production's statistics. Returns what PostgreSQL did not take. */
export async function restoreStatistics(
  sessions: ShadowSessions,
  { relations, columns }: Pick<Profile, 'relations' | 'columns'>,
  shadow: ReadonlyMap<string, ShadowRelation>,
): Promise<readonly string[]> {
  const sizes = relations.flatMap(({ schema, name, relpages, reltuples, allVisible }) => {
    const found = shadow.get(relationKey(schema, name));
    return found === undefined ? [] : [{ oid: `${found.oid}`, relpages, reltuples, allVisible }];
  });
  await restoreSizes(sessions.superuser, sizes);
  const known = columns.flatMap((column): { column: ProfiledColumn; statistics: AttributeStatistics }[] => {
    const { schema, relation, column: name, position: number, inherited, ...distribution } = column;
    const found = shadow.get(relationKey(schema, relation));
    if (found === undefined || !hasColumn(found, column)) return [];
    const attribute = number === undefined ? { name } : { number };
    return [{ column, statistics: { relation: `${found.oid}`, ...attribute, inherited, distribution } }];
  });
  const refused = await storeStatistics(
    sessions,
    known.map(({ statistics }) => statistics),
  );
  return [...refused].map(([at, message]) => {
    const column = known[at]?.column;
    return `${column?.schema}.${column?.relation}.${column?.column}: ${message}`;
  });
}

/** What the catalogue says of how long relations are. */
export async function restoreSizes(
  superuser: Client,
  sizes: readonly (Pick<ProfiledRelation, 'relpages' | 'reltuples' | 'allVisible'> & { readonly oid: string })[],
): Promise<void> {
  await superuser.query(
    `
    update pg_catalog.pg_class as c
    set relpages = f.relpages, reltuples = f.reltuples, relallvisible = f."allVisible"
    from pg_catalog.json_to_recordset($1) as f (
      oid pg_catalog.oid, relpages pg_catalog.int4, reltuples pg_catalog.float4, "allVisible" pg_catalog.int4
    )
    where c.oid = f.oid
  `,
    [JSON.stringify(sizes)],
  );
}

export function hasColumn({ columns }: ShadowRelation, { column, position }: ProfiledColumn): boolean {
  return position === undefined ? columns.includes(column) : position <= columns.length;
}
