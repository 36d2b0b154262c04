import type { Client } from 'pg';
import { isLockMode, type LockMode, type Locks, strongestOf } from './lock-mode.ts';

/** A relation of the user's, as it was before what is watched. */
export interface WatchedRelation {
  readonly oid: string;
  /** `public.orders` */
  readonly name: string;
  /** `table`: whatever a query can name; `index`: what belongs to one. */
  readonly kind: 'table' | 'index';
}

/** What there is to be watched: the relations that exist before, by their oids. */
export type Watched = ReadonlyMap<string, WatchedRelation>;

/** A session and the relations that are watched, at one moment. */
export interface Snapshot {
  /** What the session's transaction holds. */
  readonly locks: Locks;
  /** Where the rows or entries of each relation lie, by its name; those that hold none, or are gone, have no place. */
  readonly files: ReadonlyMap<string, string>;
  /** How often each was read from one end to the other, by its name. */
  readonly scans: ReadonlyMap<string, number>;
}

export async function relationsOf(client: Client): Promise<Watched> {
  const { rows } = await client.query<WatchedRelation>(`
    SELECT c.oid::text AS oid, n.nspname || '.' || c.relname AS name,
      CASE WHEN c.relkind IN ('i', 'I') THEN 'index' ELSE 'table' END AS kind
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'm', 'v', 'f', 'S', 'i', 'I')
      AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'plumb_shadow', 'plumb') ORDER BY 2`);
  return new Map(rows.map((relation) => [relation.oid, relation]));
}

/**
 * Looks at a session from within, in its transaction. `pg_locks` shows what it holds until the transaction ends, and the
 * statistics of the transaction count the scans of ALTER TABLE, too.
 */
export function lookInside(client: Client, watched: Watched): Promise<Snapshot> {
  return look(client, watched, 'pg_stat_get_xact_numscans');
}

/** Looks at what is committed. */
export function lookFromOutside(client: Client, watched: Watched): Promise<Snapshot> {
  return look(client, watched, 'pg_stat_get_numscans');
}

/**
 * An index that ALTER TABLE makes again has another oid, whether it takes over the old one's file or not. A sequence that is
 * altered gets another file, which is no work.
 */
async function look(client: Client, watched: Watched, countScans: string): Promise<Snapshot> {
  if (watched.size === 0) return { locks: {}, files: new Map(), scans: new Map() };
  const oids = [...watched.keys()];
  const { rows } = await client.query<{ oid: string; file: string | null; scans: string; modes: string[] | null }>(
    `SELECT o.oid::pg_catalog.text AS oid, CASE WHEN c.relkind <> 'S' THEN pg_catalog.pg_relation_filenode(o.oid)::pg_catalog.text END AS file,
      pg_catalog.${countScans}(o.oid)::pg_catalog.text AS scans, l.modes
    FROM pg_catalog.unnest($1::pg_catalog.oid[]) o (oid) LEFT JOIN pg_catalog.pg_class c ON c.oid = o.oid LEFT JOIN (
      SELECT relation, pg_catalog.array_agg(mode) AS modes FROM pg_catalog.pg_locks
      WHERE locktype = 'relation' AND pid = pg_catalog.pg_backend_pid() GROUP BY relation
    ) l ON l.relation = o.oid`,
    [oids],
  );
  const indexes = await client.query<{ name: string; file: string }>(
    `SELECT n.nspname || '.' || c.relname AS name, pg_catalog.pg_relation_filenode(c.oid)::pg_catalog.text AS file
    FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'i' AND i.indrelid = ANY ($1::pg_catalog.oid[]) AND c.oid <> ALL ($1::pg_catalog.oid[])`,
    [oids],
  );
  const locks: Record<string, LockMode> = {};
  const files = new Map<string, string>(indexes.rows.map(({ name, file }) => [name, file]));
  const scans = new Map<string, number>();
  for (const { oid, file, scans: count, modes } of rows) {
    const relation = watched.get(oid);
    if (relation === undefined) continue;
    const { name, kind } = relation;
    if (file !== null) files.set(name, file);
    if (kind === 'index') continue;
    scans.set(name, Number(count));
    const strongest = strongestOf((modes ?? []).filter(isLockMode));
    if (strongest !== null) locks[name] = strongest;
  }
  return { locks, files, scans };
}
