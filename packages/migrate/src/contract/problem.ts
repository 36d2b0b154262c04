import type { MigrationFinding } from './finding.ts';
import type { SqlSource } from './sql-source.ts';

/** What can go wrong in a way that the user can do something about. The list is closed and stable: scripts match on it. */
export const migrationProblemCodes = [
  // The files
  'FILE_NOT_FOUND',
  'NO_PERMISSION',
  'DISK_FULL',
  'FILE_INVALID',
  'USAGE',
  // The journal and the files don't agree; see the findings
  'HISTORY_DIFFERS',
  // The database
  'SQL_FAILED',
  'LOCKED',
  'LEASE_LOST',
  'READ_ONLY',
  'NOT_ALLOWED',
  'CONNECTION_LOST',
  'CLIENT_UNSUPPORTED',
  'INTERRUPTED',
] as const;

export type MigrationProblemCode = (typeof migrationProblemCodes)[number];

export interface MigrationProblemOptions {
  /** The next command or setting to try, as a sentence. */
  readonly hint?: string;
  readonly cause?: unknown;
  readonly sql?: SqlFailure;
  readonly findings?: readonly MigrationFinding[];
}

/** Which statement failed, and what PostgreSQL says of it. */
export interface SqlFailure {
  readonly source: SqlSource;
  /** Offsets of the statement in the text of its source. */
  readonly start: number;
  readonly end: number;
  /** Where the server says the fault is; null where it names no place in the statement. */
  readonly offset: number | null;
  readonly message: string;
  readonly sqlstate: string | null;
  readonly detail: string | null;
  readonly hint: string | null;
  /** Where in a function it happened. */
  readonly context: string | null;
}

/**
 * An expected problem with migrations or their database, told so that a person can act on it.
 *
 * @example
 * ```ts
 * import { MigrationProblem } from '@pgplumb/migrate';
 *
 * try {
 *   throw new MigrationProblem('LOCKED', 'app.jobs stayed locked for 5 minutes.', { hint: 'End the session that holds it.' });
 * } catch (error) {
 *   if (error instanceof MigrationProblem && error.code === 'LOCKED') console.error(error.hint);
 * }
 * ```
 */
export class MigrationProblem extends Error {
  override readonly name = 'MigrationProblem';
  readonly code: MigrationProblemCode;
  readonly hint: string | null;
  readonly sql: SqlFailure | null;
  /** Why history differs. */
  readonly findings: readonly MigrationFinding[];

  constructor(code: MigrationProblemCode, message: string, options: MigrationProblemOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.hint = options.hint ?? null;
    this.sql = options.sql ?? null;
    this.findings = options.findings ?? [];
  }
}
