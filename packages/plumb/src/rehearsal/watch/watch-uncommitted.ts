import { type Client, DatabaseError } from 'pg';
import { joinLocks } from './lock-mode.ts';
import type { Observation } from './observation.ts';
import type { Watched } from './snapshot.ts';
import { watchInside } from './watch-inside.ts';

/**
 * What a procedure or a block that commits does is gone before anybody looks. Here it runs once as if it never committed, in
 * a transaction that is rolled back; null where it can't.
 */
export async function watchUncommitted(
  client: Client,
  watched: Watched,
  { text, run }: { readonly text: string; readonly run: (text: string) => Promise<void> },
): Promise<Observation | null> {
  if (!/^(?:call|do)\b/i.test(text)) return null;
  await client.query('BEGIN');
  try {
    await keepProceduresFromCommitting(client);
    const block = /^do\b/i.test(text) ? withoutCommits(text) : text;
    return await watchInside(client, watched, () => run(block));
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    return null;
  } finally {
    await client.query('ROLLBACK').catch(() => {});
  }
}

/** What was seen of the same statement from outside, and what only shows so. */
export function joinUncommitted(seen: Observation, uncommitted: Observation | null): Observation {
  if (uncommitted === null) return seen;
  const both = (what: 'rewrites' | 'rebuilds' | 'scans'): readonly string[] => [
    ...new Set([...seen[what], ...uncommitted[what]]),
  ];
  return {
    ...seen,
    locks: joinLocks(seen.locks, uncommitted.locks),
    rewrites: both('rewrites'),
    rebuilds: both('rebuilds'),
    scans: both('scans'),
  };
}

const commits = /\b(?:commit|rollback)(?:\s+(?:work|transaction))?(?:\s+and\s+(?:no\s+)?chain)?\s*;/gi;

function withoutCommits(body: string): string {
  return body.replaceAll(commits, 'NULL;');
}

async function keepProceduresFromCommitting(client: Client): Promise<void> {
  const { rows } = await client.query<{ definition: string }>(`
    SELECT pg_catalog.pg_get_functiondef(p.oid) AS definition
    FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
    JOIN pg_catalog.pg_language l ON l.oid = p.prolang
    WHERE p.prokind = 'p' AND l.lanname = 'plpgsql' AND n.nspname !~ '^pg_' AND p.prosrc ~* '\\m(commit|rollback)\\M'`);
  for (const { definition } of rows) await client.query(withoutCommits(definition));
}
