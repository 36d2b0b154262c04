import { rereadable } from './printed-sql.ts';

/** What a statement does to an application that is running. The list is closed: scripts match on it. */
export type HazardKind =
  | 'data-loss'
  | 'rewrites-table'
  | 'scans-table'
  | 'blocks-writes'
  | 'blocks-reads'
  | 'may-fail-on-rows'
  | 'object-unavailable'
  | 'access-changes'
  | 'stale-values'
  | 'irreversible';

export interface Hazard {
  readonly kind: HazardKind;
  /** What happens, to which object, for a person. */
  readonly message: string;
  /** Schema-qualified names. */
  readonly objects: readonly string[];
}

/** An UPDATE that an applier runs in batches; `sql` of its statement is the same as one UPDATE. */
export interface Backfill {
  readonly table: string;
  readonly key: readonly string[];
  readonly batch: number;
}

/** One statement of SQL, without a semicolon, as a kind gives it. */
export interface Statement {
  readonly sql: string;
  /**
   * `together` may share a transaction with what is around it; `apart` begins a new one, because its lock or its work
   * must not meet what came before; `outside` can't run in a transaction.
   */
  readonly run: 'together' | 'apart' | 'outside';
  readonly hazards: readonly Hazard[];
  readonly backfill?: Backfill;
  /** Said above the statement in a migration file. */
  readonly comment?: string;
  /** What to say where the server refuses it in every order: a body that names what isn't there goes unchecked. */
  readonly instead?: readonly Statement[];
}

/** A statement that may run with others. */
export function statement(sql: string, more: Partial<Omit<Statement, 'sql'>> = {}): Statement {
  return { sql: rereadable(sql), run: 'together', hazards: [], ...more };
}
