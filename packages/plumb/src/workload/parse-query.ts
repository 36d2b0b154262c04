import { type Node, parseSync } from 'libpg-query';
import type { FoundQuery } from './found-query.ts';

/** A query as PostgreSQL's parser, which has to be loaded, reads it; null where it can't, or where it is several. */
export function parseQuery({ text }: Pick<FoundQuery, 'text'>): Node | null {
  try {
    const [first, second] = parseSync(text).stmts ?? [];
    return second === undefined ? (first?.stmt ?? null) : null;
  } catch {
    return null;
  }
}
