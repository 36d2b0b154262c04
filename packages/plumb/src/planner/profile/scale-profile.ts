import { estimatedHeight } from './estimated-height.ts';
import type { Profile, ProfiledColumn, ProfiledRelation } from './profile.ts';

/**
 * The same database with so many times as many rows: the same values as often as before, and more of those of which each
 * row has its own. End points stay, since nobody knows which would come.
 */
export function scaleProfile(profile: Profile, factor: number): Profile {
  const rows = new Map(
    profile.relations.map(({ schema, name, reltuples }) => [JSON.stringify([schema, name]), reltuples] as const),
  );
  return {
    ...profile,
    relations: profile.relations.map((relation) => scaledRelation(relation, factor)),
    columns: profile.columns.map((column) =>
      scaledColumn(column, rows.get(JSON.stringify([column.schema, column.relation])) ?? 0),
    ),
    queries: profile.queries.map((query) => ({ ...query, rows: Math.round(query.rows * factor) })),
  };
}

function scaledRelation(relation: ProfiledRelation, factor: number): ProfiledRelation {
  const { tree, gin, brin } = relation;
  const times = (count: number): number => (count > 0 ? Math.max(1, Math.round(count * factor)) : count);
  const pages = times(relation.pages);
  return {
    ...relation,
    pages,
    relpages: times(relation.relpages),
    reltuples: times(relation.reltuples),
    allVisible: times(relation.allVisible),
    ...(tree === undefined ? {} : { tree: { ...tree, ...scaledHeight(relation, pages) } }),
    ...(gin === undefined
      ? {}
      : {
          gin: {
            ...gin,
            totalPages: times(gin.totalPages),
            entryPages: times(gin.entryPages),
            dataPages: times(gin.dataPages),
          },
        }),
    ...(brin === undefined ? {} : { brin: { lastRevmapPage: times(brin.lastRevmapPage) } }),
  };
}

/** As many levels more as a tree of eight-byte keys would get. */
function scaledHeight({ tree, pages }: ProfiledRelation, scaled: number): { readonly height?: number } {
  if (tree?.height === undefined) return {};
  const more = estimatedHeight(scaled, 8) - estimatedHeight(pages, 8);
  return { height: Math.max(0, tree.height + more) };
}

/** PostgreSQL itself takes a tenth of the rows for the point from which on values grow with them. */
function scaledColumn(column: ProfiledColumn, rows: number): ProfiledColumn {
  const { distinct } = column;
  return distinct > 0 && rows > 0 && distinct > rows / 10 ? { ...column, distinct: -distinct / rows } : column;
}
