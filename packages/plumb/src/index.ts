export type { AdvisedDrop, AdvisedIndex, AdvisedQuery, ServedQuery } from './advice/advice.ts';
export type * from './catalog/description/description.ts';
export type { Backfill, Hazard, HazardKind } from './catalog/statement.ts';
export type { Envelope, EnvelopeError } from './contract/envelope.ts';
export type { Finding, Fix, Location, Severity } from './contract/finding.ts';
export { Problem, type ProblemCode, type ProblemOptions, problemCodes } from './contract/problem.ts';
export type { Progress, ProgressListener } from './contract/progress.ts';
export type { Step } from './plan/plan.ts';
export { createShadow } from './postgres/embedded/create-shadow.ts';
export {
  type GuardedServerOptions,
  openGuardedServer,
  openPrivateServer,
  openShadowServer,
  type ShadowServerOptions,
} from './postgres/embedded/embedded-server.ts';
export { cleanShadows, shadowStatus } from './postgres/embedded/shadow-clusters.ts';
export type { GuestLimits } from './postgres/guard/guest-watch.ts';
export type { PostgresServer, ServerVersion } from './postgres/server.ts';
export type {
  EmptyShadow,
  ShadowDatabase,
  ShadowOptions,
  TemplateLimits,
  TemplateShadow,
} from './postgres/shadow/shadow.ts';
export type { ProjectAdvice } from './project/advise/advise.ts';
export { type AdviseOptions, advise } from './project/advise/library.ts';
export { type CheckTextOptions, checkText } from './project/check/static/library.ts';
export { type ConfigContext, type ConfigFunction, defineConfig, type PlumbConfig } from './project/config.ts';
export type { WrittenMigration } from './project/migrations/write-new-migration.ts';
export type { ProjectDescription } from './project/schema/describe-project.ts';
export {
  type DescribeOptions,
  type DiffOptions,
  type DumpOptions,
  describe,
  diff,
  dump,
  type GeneratedMigration,
  type GenerateOptions,
  generate,
  type SchemaMigration,
  type SchemaOptions,
  type SchemaSql,
} from './project/schema/library.ts';
export type { DiffTimings } from './project/schema/timings.ts';
