export type { MigrationClient } from './client/migration-client.ts';
export type { BackfillOptions, Direction, Migration, Section } from './migration.ts';
export {
  MigrationProblem,
  type MigrationProblemCode,
  type MigrationProblemOptions,
  migrationProblemCodes,
  type SqlFailure,
} from './problem.ts';
export type { SqlSource } from './sql/source.ts';
