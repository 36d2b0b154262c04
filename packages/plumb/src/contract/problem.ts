/** What can go wrong in a way that the user can do something about. The list is closed and stable: scripts match on it. */
export const problemCodes = [
  // The command line and the configuration
  'USAGE',
  'CONFIG_INVALID',
  'NEEDS_ANSWER',
  // Files
  'FILE_NOT_FOUND',
  'FILE_INVALID',
  'NO_PERMISSION',
  'DISK_FULL',
  // The embedded PostgreSQL
  'PLATFORM_UNSUPPORTED',
  'POSTGRES_NOT_INSTALLED',
  'SERVER_NOT_RUNNING',
  'SERVER_START_FAILED',
  'SERVER_LOST',
  'PORT_IN_USE',
  'DATA_UNUSABLE',
  // Connecting
  'HOST_NOT_FOUND',
  'CONNECTION_REFUSED',
  'CONNECTION_TIMEOUT',
  'CONNECTION_LOST',
  'TLS_FAILED',
  'TLS_NOT_OFFERED',
  'AUTH_FAILED',
  'DATABASE_MISSING',
  'TOO_MANY_CONNECTIONS',
  // Running SQL
  'SQL_FAILED',
  'COMMAND_FAILED',
  // Applying migrations
  'HISTORY_DIFFERS',
  'LOCKED',
  // The rest
  'INTERRUPTED',
  'INTERNAL',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

export interface ProblemOptions {
  /** The next command or setting to try, as a sentence. */
  readonly hint?: string;
  readonly cause?: unknown;
}

/**
 * An expected problem: something about the user's machine, settings or SQL, told so that a person can act on it.
 * Thrown anywhere, caught once, in `cli/main.ts` or by the app that uses the library.
 *
 * @example
 * ```ts
 * import { Problem } from 'pgplumb';
 *
 * try {
 *   throw new Problem('PORT_IN_USE', 'Port 5432 is taken by another program.', { hint: 'Choose another with --port.' });
 * } catch (error) {
 *   if (error instanceof Problem && error.code === 'PORT_IN_USE') console.error(error.hint);
 * }
 * ```
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly hint: string | null;

  constructor(code: ProblemCode, message: string, options: ProblemOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.hint = options.hint ?? null;
  }
}
