import type { PlacedStatement } from '@pgplumb/migrate/sql';
import type { Node } from 'libpg-query';
import type { Catalog } from '../catalog/catalog-object.ts';
import type { Sizes } from '../catalog/description/description.ts';
import type { Usage } from '../catalog/usage/usage.ts';
import type { Fix, Severity } from '../contract/finding.ts';
import type { RehearsedMigration, RehearsedStep } from '../rehearsal/rehearse/rehearsal.ts';
import type { Statement } from '../sql/split-statements.ts';

/** What a rule is about. */
export const ruleGroups = [
  'locks',
  'data',
  'application',
  'transaction',
  'schema',
  'security',
  'queries',
  'style',
  'rehearsal',
] as const;

export type RuleGroup = (typeof ruleGroups)[number];

/** What a rule says of itself; its page in the reference is made of it. */
interface RuleFacts {
  /** The file's name. */
  readonly id: string;
  readonly group: RuleGroup;
  /** Of a finding whose size is not known. */
  readonly severity: Severity;
  /** What is wrong, in a few words. */
  readonly title: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do instead. */
  readonly todo: string;
  /** The first major of PostgreSQL that it holds for; all, unless given. */
  readonly since?: number;
  /** Whether it is a matter of taste, and looked at only when it is asked for. */
  readonly optional?: true;
  /** Rules that say less of the same statement, or of the same object, and are silent where this one speaks. */
  readonly over?: readonly string[];
  /** Silent where any other rule of its group speaks of the same statement. */
  readonly fallback?: true;
  /** Each must be found. */
  readonly bad: readonly Example[];
  /** In each it must be silent. */
  readonly good: readonly Example[];
}

export interface Example {
  /** The schema before; of a schema rule or a query rule, the schema. */
  readonly base?: string;
  /** The migration, in sections where it has any; of a query rule, the query. */
  readonly sql?: string;
  /** TypeScript. */
  readonly code?: string;
  readonly majors?: readonly number[];
  /** What the files of the base and of the migration are called, where their order matters. */
  readonly names?: readonly [base: string, migration: string];
  /** Of tables, in production. */
  readonly sizes?: Readonly<Record<string, { readonly rows: number; readonly bytes: number }>>;
  /** What a server has counted, of a schema rule that goes by it. */
  readonly usage?: Partial<Usage>;
}

/** One thing that a rule found. */
export interface Report {
  /** What is so, with the names of the objects. */
  readonly message: string;
  /** Qualified names of the objects concerned. */
  readonly objects?: readonly string[];
  readonly evidence?: Readonly<Record<string, unknown>>;
  readonly severity?: Severity;
  /** Only a guess: silent where any other rule speaks of the same. */
  readonly guessed?: true;
  /** SQL to write instead. */
  readonly fix?: Fix;
}

/** Looks at migrations that were rehearsed. */
export interface MigrationRule extends RuleFacts {
  readonly on: 'migration';
  check(view: MigrationView): Iterable<MigrationReport>;
}

export interface MigrationReport extends Report {
  /** The statement that it is about; null where it is about the migration as a whole. */
  readonly step: StepView | null;
  /** The migration's version, where there is no step. */
  readonly migration?: string;
  /** Where it is written, where there is no step. */
  readonly place?: PlacedStatement;
}

/** Migrations as they were rehearsed, one after the other. */
export interface MigrationView {
  readonly major: number;
  /** The state before all of them. */
  readonly before: Catalog;
  readonly migrations: readonly RehearsedMigration[];
  readonly steps: readonly StepView[];
  /** Of tables and indexes, as a server told them; null where none was asked. */
  readonly sizes: Sizes | null;
}

export interface StepView extends RehearsedStep {
  /** As PostgreSQL's parser reads it; null where it can't. */
  readonly tree: Node | null;
  /** The statements before it in its transaction. */
  readonly earlier: readonly StepView[];
  /** Relations that others can't write to, or even read, while it scans or rewrites something. */
  readonly blocks: readonly string[];
  /** How long it works, at the sizes that are known. */
  readonly seconds: { readonly low: number; readonly high: number } | null;
}

/** Looks at a schema. */
export interface SchemaRule extends RuleFacts {
  readonly on: 'schema';
  /** Whether it is of what a migration may well leave for the next one to finish. */
  readonly unfinished?: true;
  check(view: SchemaView): Iterable<Report>;
}

export interface SchemaView {
  readonly major: number;
  readonly catalog: Catalog;
  /** What counters and rows say; null where nobody was asked. */
  readonly usage: Usage | null;
}

/** Looks at one query of the application. */
export interface QueryRule extends RuleFacts {
  readonly on: 'query';
  check(view: QueryView): Iterable<QueryReport>;
}

export interface QueryReport extends Report {
  /** Where, as the parser counts: bytes from the statement's beginning. All of it, unless given. */
  readonly at?: number;
}

export interface QueryView {
  readonly statement: Statement;
  readonly tree: Node;
  readonly catalog: Catalog;
}

/** Told by what rehearses migrations, finds queries in code, or compares plans, and looked for by none of the others. */
export interface ToldRule extends RuleFacts {
  readonly on: 'rehearsal' | 'code' | 'plans';
}

export type Rule = MigrationRule | SchemaRule | QueryRule | ToldRule;

/**
 * Defines a rule that looks at rehearsed migrations. The file is named after its id, and its examples are run.
 *
 * @example
 * ```ts
 * export default defineMigrationRule({ id: 'vacuum-full', group: 'locks', … });
 * ```
 */
export function defineMigrationRule(rule: Omit<MigrationRule, 'on'>): MigrationRule {
  return { ...rule, on: 'migration' };
}

export function defineSchemaRule(rule: Omit<SchemaRule, 'on'>): SchemaRule {
  return { ...rule, on: 'schema' };
}

export function defineRehearsalRule(rule: Omit<ToldRule, 'on'>): ToldRule {
  return { ...rule, on: 'rehearsal' };
}

export function defineCodeRule(rule: Omit<ToldRule, 'on'>): ToldRule {
  return { ...rule, on: 'code' };
}

/** Its examples have rows in `base`, a query in `code`, and a migration in `sql`. */
export function definePlansRule(rule: Omit<ToldRule, 'on'>): ToldRule {
  return { ...rule, on: 'plans' };
}

export function defineQueryRule(rule: Omit<QueryRule, 'on'>): QueryRule {
  return { ...rule, on: 'query' };
}
