import type { PlacedStatement } from '@pgplumb/migrate/sql';
import type { Catalog } from '../../catalog/catalog-object.ts';
import type { Finding } from '../../contract/finding.ts';
import type { PlacedFault } from '../../sql/sql-problem.ts';
import type { Observation } from '../watch/observation.ts';
import type { PartChange } from '../watch/parts.ts';

/** One statement of a migration, and what it did on the shadow. */
export interface RehearsedStep {
  readonly version: string;
  readonly file: string;
  /** Where it begins, counted from 1. */
  readonly line: number;
  readonly sql: string;
  /** The same with its place. */
  readonly statement: PlacedStatement;
  /** Steps with the same number share a transaction; null can't be in any. */
  readonly transaction: number | null;
  /** Null where it failed, or was not reached. */
  readonly observation: Observation | null;
  /** What became of parts that there were before the migrations. */
  readonly changes: readonly PartChange[];
}

/** One migration that was run up, down, and up again. */
export interface RehearsedMigration {
  readonly version: string;
  readonly steps: readonly RehearsedStep[];
  /** Whether it has a way back, be it an empty one. */
  readonly reversible: boolean;
  /** What PostgreSQL refused on the way up; the migrations behind it were not run. */
  readonly failure: RehearsalFailure | null;
  /** Null where it has no way back, or wasn't applied. */
  readonly down: RehearsedDown | null;
  /**
   * The state that it leads to; null where it leads to none, and where nobody has to know it: of several, that of the last
   * one, and of those that do something to what was there before.
   */
  readonly after: Catalog | null;
}

export interface RehearsalFailure {
  readonly placed: PlacedFault;
  /** Only rows broke it; it was run again without them. */
  readonly onRows: boolean;
  /** Whether all rows that it needs to fail were invented by plumb. */
  readonly invented: boolean;
}

export interface RehearsedDown {
  readonly failure: PlacedFault | null;
  /** What isn't as it was before, one sentence each. */
  readonly differences: readonly string[];
  /** What PostgreSQL refused when it was applied again. */
  readonly again: PlacedFault | null;
}

export interface Rehearsal {
  /** The state before all of them. */
  readonly before: Catalog;
  readonly migrations: readonly RehearsedMigration[];
  /** What was stood in for or left out. */
  readonly notes: readonly Finding[];
  /** Tables for which no rows were found. */
  readonly empty: readonly { readonly table: string; readonly reason: string }[];
}
