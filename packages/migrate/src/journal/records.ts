import type { Direction } from '../contract/migration.ts';
import { literal } from '../sql/literal.ts';

/*
 * What is written into the journal, as SQL: it runs in the transaction of the work that it tells of.
 */

export interface Beginning {
  readonly version: string;
  readonly name: string;
  readonly checksum: string;
  readonly down: string | null;
  readonly by: string;
}

export function recordMigration({ version, name, checksum, down, by }: Beginning): string {
  const values = [version, name, checksum, 'applying', down, by].map(literal).join(', ');
  return `INSERT INTO plumb.migrations (version, name, checksum, state, down, applied_by, started_at)
    VALUES (${values}, now()) ON CONFLICT (version) DO NOTHING;`;
}

/** A migration of one unit that was applied with it, where nothing is known of it: it was never under way. */
export function recordWhole({ version, name, checksum, down, by }: Beginning): string {
  const values = [version, name, checksum, 'applied', down, by].map(literal).join(', ');
  return `INSERT INTO plumb.migrations (version, name, checksum, state, down, applied_by, started_at, finished_at)
    VALUES (${values}, now(), clock_timestamp());`;
}

/** From here on, what was written down when it was begun is what its files say now. */
export function recordFiles({ version, checksum, down }: Beginning): string {
  return `UPDATE plumb.migrations SET checksum = ${literal(checksum)}, down = ${literal(down)} WHERE version = ${literal(version)};`;
}

export function recordAgain(migration: Beginning): string {
  const version = literal(migration.version);
  return `${recordFiles(migration)}DELETE FROM plumb.migration_units WHERE version = ${version};
    UPDATE plumb.migrations SET state = 'applying' WHERE version = ${version};`;
}

export function recordApplied(version: string): string {
  return `UPDATE plumb.migrations SET state = 'applied', finished_at = clock_timestamp() WHERE version = ${literal(version)};`;
}

export function recordReverting(version: string): string {
  return `UPDATE plumb.migrations SET state = 'reverting' WHERE version = ${literal(version)};`;
}

export function forgetMigration(version: string): string {
  return `DELETE FROM plumb.migrations WHERE version = ${literal(version)};`;
}

export interface UnitKey {
  readonly version: string;
  readonly direction: Direction;
  readonly number: number;
}

export interface UnitRecord extends UnitKey {
  readonly mode: string;
  readonly checksum: string;
  readonly state: 'running' | 'done';
  readonly memory?: string | null;
}

const unitColumns = '(version, direction, number, mode, checksum, state, memory, started_at, finished_at)';

function unitValues({ version, direction, number, mode, checksum, state, memory = null }: UnitRecord): string {
  const finished = state === 'done' ? 'clock_timestamp()' : 'NULL';
  return `${literal(version)}, '${direction}', ${number}, '${mode}', ${literal(checksum)}, '${state}', ${literal(memory)}, now(), ${finished}`;
}

export function recordUnit(unit: UnitRecord): string {
  return `INSERT INTO plumb.migration_units ${unitColumns} VALUES (${unitValues(unit)})
    ON CONFLICT (version, direction, number) DO UPDATE SET
      mode = excluded.mode, checksum = excluded.checksum, state = excluded.state,
      memory = coalesce(excluded.memory, migration_units.memory),
      finished_at = excluded.finished_at;`;
}

export function forgetUnit({ version, direction, number }: UnitKey): string {
  return `DELETE FROM plumb.migration_units
    WHERE version = ${literal(version)} AND direction = '${direction}' AND number = ${number};`;
}
