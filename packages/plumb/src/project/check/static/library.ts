import type { Finding } from '../../../contract/finding.ts';

export interface CheckTextOptions {
  /** What there is before it, as SQL. Without it, tables that the text doesn't make were there before, and are large. */
  readonly base?: string;
  /** What findings call the text as a file; `migration.sql` if not given. */
  readonly file?: string;
  /** PostgreSQL's major version; 18 if not given. */
  readonly major?: number;
}

/**
 * Says what a migration would do, from its text alone and at once, as an editor wants it: nothing is run, and no server is
 * started. What only PostgreSQL knows isn't told.
 *
 * @example
 * ```ts
 * import { checkText } from 'pgplumb';
 *
 * for (const { id, message, location } of await checkText('CREATE INDEX orders_total ON orders (total);')) {
 *   console.log(location?.line, id, message);
 * }
 * ```
 */
export async function checkText(sql: string, options: CheckTextOptions = {}): Promise<readonly Finding[]> {
  const { findingsInText } = await import('./findings-in-text.ts');
  return findingsInText(sql, options);
}
