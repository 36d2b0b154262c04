import type { Profile } from './profile.ts';

const pageSize = 8192;

export interface ProfileSummary extends Pick<Profile, 'capturedAt' | 'server' | 'settings' | 'unseen'> {
  readonly tables: readonly ProfiledTable[];
  readonly indexes: number;
  /** Columns and index expressions with statistics. */
  readonly columns: number;
  readonly bytes: number;
  /** What has no stand-ins, of an anonymised profile. */
  readonly withheld: readonly string[] | null;
}

export interface ProfiledTable {
  readonly schema: string;
  readonly name: string;
  readonly rows: number;
  readonly bytes: number;
  readonly indexes: number;
  readonly indexBytes: number;
}

/** What a person wants to know of a profile, the largest tables first. */
export function summarizeProfile(profile: Profile): ProfileSummary {
  const { capturedAt, server, settings, unseen, relations, columns } = profile;
  const indexes = relations.filter(({ table }) => table !== undefined);
  const tables = relations
    .filter(({ table, kind }) => table === undefined && kind !== 'partitioned table')
    .map(({ schema, name, reltuples, relpages, pages }): ProfiledTable => {
      const own = indexes.filter((index) => index.schema === schema && index.table === name);
      const density = relpages > 0 ? Math.max(0, reltuples) / relpages : 0;
      return {
        schema,
        name,
        rows: Math.round(density * pages),
        bytes: pages * pageSize,
        indexes: own.length,
        indexBytes: own.reduce((sum, index) => sum + index.pages * pageSize, 0),
      };
    })
    .toSorted((a, b) => b.bytes + b.indexBytes - (a.bytes + a.indexBytes));
  return {
    capturedAt,
    server,
    settings,
    unseen,
    tables,
    indexes: indexes.length,
    columns: columns.length,
    withheld: profile.anonymized?.withheld ?? null,
    bytes: tables.reduce((sum, { bytes, indexBytes }) => sum + bytes + indexBytes, 0),
  };
}
