import { textOf } from '../../client/row.ts';
import type { Session } from '../../client/session.ts';

export interface FoundIndex {
  readonly oid: string;
  /** Qualified and quoted. */
  readonly name: string;
  readonly valid: boolean;
}

export async function indexesWhere(session: Session, condition: string): Promise<readonly FoundIndex[]> {
  const rows =
    await session.run(`SELECT c.oid::text, format('%I.%I', n.nspname, c.relname) AS name, i.indisvalid::text AS valid
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${condition} ORDER BY c.oid`);
  return rows.map((row) => ({
    oid: textOf(row, 'oid'),
    name: textOf(row, 'name'),
    valid: textOf(row, 'valid') === 'true',
  }));
}

export async function dropInvalid(session: Session, indexes: readonly FoundIndex[]): Promise<void> {
  for (const { name, valid } of indexes) {
    if (!valid) await session.run(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
  }
}

export function memoryOf(indexes: readonly FoundIndex[]): string {
  return JSON.stringify({ indexes: indexes.map(({ oid }) => oid) });
}

export function oidsOf(memory: string): ReadonlySet<string> {
  const { indexes = [] }: { indexes?: readonly string[] } = JSON.parse(memory);
  return new Set(indexes);
}
