import type { Client } from 'pg';
import { type Held, hold } from './traced.ts';

/** Relations that there were before, by their oids: what a query can name, and indexes. */
export type Relations = ReadonlyMap<number, Relation>;

interface Relation {
  readonly name: string;
  /** As SQL writes it. */
  readonly quoted: string;
  readonly kind: string;
  readonly file: number;
}

const users = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";

export async function readRelations(client: Client): Promise<Relations> {
  const { rows } = await client.query<Relation & { readonly oid: number }>(
    `SELECT c.oid, n.nspname || '.' || c.relname AS name, format('%I.%I', n.nspname, c.relname) AS quoted, c.relkind AS kind, c.relfilenode AS file
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'i', 'I') AND ${users}`,
  );
  return new Map(rows.map(({ oid, ...relation }) => [oid, relation]));
}

/** Another session looks at what one holds, or waits for. */
export async function locksOf(observer: Client, pid: number, relations: Relations) {
  // who extends a relation locks that, too
  const { rows } = await observer.query<{ relation: number | null; mode: string; granted: boolean }>(
    "SELECT CASE locktype WHEN 'relation' THEN relation END AS relation, mode, granted FROM pg_locks WHERE pid = $1",
    [pid],
  );
  const held: Held = new Map();
  for (const { relation, mode } of rows) {
    const { name, kind } = relations.get(relation ?? 0) ?? {};
    if (name !== undefined && kind?.toLowerCase() !== 'i') hold(held, name, mode);
  }
  return { held, waiting: rows.find(({ granted }) => !granted) };
}

/** Whose files are others than before: heaps, and indexes, which may have become others by the same name. */
export function movedBetween(before: Relations, after: Relations) {
  const files = new Map([...after.values()].map(({ name, file }) => [name, file]));
  const moved = [...before].filter(([oid, { name, file }]) => {
    const now = after.get(oid)?.file ?? files.get(name);
    return file !== 0 && now !== undefined && now !== 0 && now !== file;
  });
  const ofKinds = (kinds: string): readonly string[] =>
    moved.flatMap(([, { kind, name }]) => (kinds.includes(kind) ? [name] : []));
  return { rewrites: ofKinds('rm'), rebuilds: ofKinds('i') };
}
