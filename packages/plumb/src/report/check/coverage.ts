import { counted } from '../units.ts';

export interface ShownMigrations {
  readonly checked: {
    readonly migrations: readonly string[];
    readonly because: string;
    readonly base: string;
    /** Of how many statements the text doesn't say what they do. */
    readonly unread?: number;
  };
  /** Null where only the text was looked at. */
  readonly postgres: string | null;
  readonly steps: readonly unknown[];
}

/** What was checked of migrations, in a line. */
export function migrationCoverage({ checked, postgres, steps }: ShownMigrations): string {
  const { migrations, because, base } = checked;
  const named = migrations.length === 1 ? migrations[0] : counted(migrations.length, 'migration');
  const what = `${named} (${because}) on top of ${base}: ${counted(steps.length, 'statement')}`;
  if (postgres !== null) return `${what} on PostgreSQL ${postgres}`;
  const { unread = 0 } = checked;
  const rest = unread === 0 ? '' : `, ${unread} of them not understood (blocks, functions, SQL made at run time)`;
  return `${what} judged by their text alone${rest}; nothing was run: without --static they are rehearsed`;
}

export interface ShownQueries {
  readonly checked: {
    readonly files: readonly string[];
    readonly queries: number;
    readonly unknown: number;
    readonly built: number;
    readonly base: string;
  };
  readonly postgres: string | null;
}

/** What was looked at of the workload, and what could not be. */
export function queryCoverage({ checked, postgres }: ShownQueries): string {
  const { files, queries, unknown, built, base } = checked;
  const parts =
    unknown === 0 ? '' : `; ${counted(unknown, 'query', 'queries')} made of parts that are known only when they run`;
  const rest = `${parts}${built === 0 ? '' : `; ${counted(built, 'query', 'queries')} of a query builder not looked at`}`;
  const what = `${counted(queries, 'query', 'queries')} in ${counted(files.length, 'file')}`;
  if (postgres === null) return `${what} judged by their text alone, with what ${base} says of tables${rest}`;
  return `${what} against ${base} on PostgreSQL ${postgres}${rest}`;
}

export interface ShownSchema {
  readonly checked: { readonly schema: string; readonly objects: number; readonly rules: number };
  readonly postgres: string;
}

/** What was looked at of a schema. */
export function schemaCoverage({ checked, postgres }: ShownSchema): string {
  const { schema, objects, rules } = checked;
  return `${schema}: ${counted(objects, 'object')} on PostgreSQL ${postgres}, by ${counted(rules, 'rule')}`;
}

export interface ShownBaseline {
  readonly file: string;
  readonly hidden: number;
  readonly gone: readonly {
    readonly rule: string;
    readonly file: string | null;
    readonly objects: readonly string[];
  }[];
  readonly written: boolean;
}

/** What is known already, and what of it is gone. */
export function baselineCoverage({ file, hidden, gone, written }: ShownBaseline): readonly string[] {
  if (written) return [`${counted(hidden, 'finding')} written to ${file}: from now on they are known, and not told`];
  const names = gone.map((each) => [each.rule, each.file ?? each.objects.join(', ')].join(' in '));
  const lost = names.length > 5 ? [...names.slice(0, 5), `${names.length - 5} more`] : names;
  return [
    `${counted(hidden, 'known finding')} of ${file} not told`,
    ...(gone.length === 0
      ? []
      : [`Gone, and still in ${file}: ${lost.join('; ')}. --write-baseline writes it without them.`]),
  ];
}

export interface ShownPlans {
  readonly checked: { readonly profile: string; readonly queries: number };
  readonly cost: { readonly before: number; readonly after: number };
}

/** Costs of a workload are large numbers without a unit: what counts is how they change. */
export function planCoverage({ checked, cost }: ShownPlans): string {
  const change = cost.before === 0 ? 0 : (cost.after / cost.before - 1) * 100;
  const words =
    Math.abs(change) < 0.5
      ? 'costs what it did'
      : `costs ${Math.abs(change).toFixed(0)} % ${change > 0 ? 'more' : 'less'}`;
  return `Planned ${counted(checked.queries, 'query', 'queries')} before and after by ${checked.profile}: the workload ${words}.`;
}
