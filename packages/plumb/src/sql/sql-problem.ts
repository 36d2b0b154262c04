import { Problem, type ProblemCode } from '../contract/problem.ts';
import type { SqlSource } from './source.ts';
import type { SqlFault } from './sql-fault.ts';

/** A fault, and the text that it is in. */
export interface PlacedFault {
  readonly fault: SqlFault;
  readonly source: SqlSource;
}

/** SQL that PostgreSQL refuses, with all that a face needs to show the place. */
export class SqlProblem extends Problem {
  /** The first is what the message tells. */
  readonly faults: readonly [PlacedFault, ...PlacedFault[]];
  /** Whether the message tells more than the first fault and its place. */
  readonly tellsMore: boolean;

  constructor(
    faults: readonly [PlacedFault, ...PlacedFault[]],
    options: { code?: ProblemCode; message?: string; hint?: string } = {},
  ) {
    const [{ fault }] = faults;
    const hint = options.hint ?? fault.hint;
    super(options.code ?? 'SQL_FAILED', options.message ?? faultText(fault), hint === null ? {} : { hint });
    this.faults = faults;
    this.tellsMore = options.message !== undefined;
  }
}

/** `relation "posts" does not exist (db/schema/likes.sql:3:21, SQLSTATE 42P01)` */
function faultText({ message, location, sqlstate, detail }: SqlFault): string {
  const { file, line, column } = location;
  const place = `${file}:${line}:${column}${sqlstate === null ? '' : `, SQLSTATE ${sqlstate}`}`;
  return `${message} (${place})${detail === null ? '' : `. ${detail}`}`;
}
