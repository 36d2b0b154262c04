import type { Client } from '../client.ts';
import { type Digest, withSortedOptions } from '../digest.ts';
import { catalogueSql } from './catalogue-sql.ts';

const texts = new Map<string, Promise<string>>();

/**
 * Everything that PostgreSQL's catalogues say of what a user made, column by column, with names in place of numbers and
 * without the order of a table's columns. It knows no kind of object: what nobody thought of is in it as well.
 */
export async function catalogueDigest(client: Client): Promise<Digest> {
  const { rows: versions } = await client.query<{ server_version: string }>('show server_version');
  const version = versions[0]?.server_version ?? '';
  const text = texts.get(version) ?? catalogueSql(client);
  texts.set(version, text);
  const sql = await text;
  await client.query(`begin read only; set local search_path = ''; set local jit = off`);
  try {
    const { rows } = await client.query<[string, (string | null)[]]>({ text: sql, rowMode: 'array' });
    return toDigest(rows);
  } finally {
    await client.query('commit');
  }
}

function toDigest(rows: readonly (readonly [string, readonly (string | null)[]])[]): Digest {
  const digest = new Map<string, string[]>();
  for (const [subject, lines] of rows) {
    // what the loader keeps for itself
    if (/\bplumb_shadow\b/.test(subject)) continue;
    const key = withoutNumbers(subject);
    const told = lines.filter((line) => line !== null).map((line) => withSortedOptions(withoutNumbers(line)));
    digest.set(key, [...(digest.get(key) ?? []), ...told].sort());
  }
  return digest;
}

/** Names that PostgreSQL makes of numbers. */
function withoutNumbers(text: string): string {
  return text
    .replaceAll(/\b((?:RI|PK|Unique)_ConstraintTrigger\w*?)_\d+/g, '$1')
    .replaceAll(/\bpg_toast_\d+/g, 'pg_toast');
}
