import type { MigrationFormat } from '@pgplumb/migrate';
import { sectionsOf } from '@pgplumb/migrate/files';
import { locationAt, type PlacedStatement, type SqlSource, statementsOf } from '@pgplumb/migrate/sql';
import type { Finding, Severity } from '../../contract/finding.ts';
import { schemaRules } from '../../rules/registry.ts';
import type { MigrationView, StepView } from '../../rules/rule.ts';
import { withFix } from './edit-file.ts';

/** A finding that says how its statement should be written. */
export interface FixableFinding {
  readonly id: string;
  readonly message: string;
  readonly description: string;
  readonly file: string;
  readonly line: number;
  /** The same finding again, wherever its lines have moved. */
  readonly key: string;
  readonly statement: StepView['statement'];
  readonly sql: string;
  /** Whether the fix is the whole file. */
  readonly isFile: boolean;
  /** Whether what reads the file knows sections. */
  readonly hasSections: boolean;
}

export interface Changeable {
  readonly mayChange: (version: string) => boolean;
  /** Of the folder; null where files were named on their own. */
  readonly format: MigrationFormat | null;
}

/** At most one for a statement, the gravest. */
export function fixableFindings(
  findings: readonly Finding[],
  { steps }: MigrationView,
  { mayChange, format }: Changeable,
): readonly FixableFinding[] {
  const chosen: FixableFinding[] = [];
  for (const finding of findings.toSorted((one, other) => rank[one.severity] - rank[other.severity])) {
    const { fix, location, id, message } = finding;
    const step = steps.find((each) => location !== null && isAt(each, location));
    // what is said of the schema is mended by a migration more
    if (fix === null || step === undefined || ofSchema.has(id) || !mayChange(step.version)) continue;
    const { statement, file, line } = step;
    const isFile = fix.replaces === 'file';
    if (chosen.some((other) => other.file === file && (isFile || other.isFile || other.line === line))) continue;
    const key = [id, file, statement.text, message].join('\0');
    const hasSections = format === null || !wholeFiles.includes(format);
    const { description, sql } = fix;
    chosen.push({ id, message, description, file, line, key, statement, sql, isFile, hasSections });
  }
  return chosen;
}

const ofSchema: ReadonlySet<string> = new Set(schemaRules.map(({ id }) => id));

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Formats of folders in which a file is one transaction, or none, as a whole. */
const wholeFiles: readonly MigrationFormat[] = ['golang-migrate', 'prisma', 'hasura', 'diesel', 'flyway', 'sqitch'];

function isAt({ statement: { source, start, end } }: StepView, location: NonNullable<Finding['location']>): boolean {
  const own = locationAt(source, start, end);
  return own.file === location.file && own.line === location.line && own.column === location.column;
}

/** The files' new texts; null where a format has no room for a fix. */
export function editsOf(chosen: readonly FixableFinding[]): ReadonlyMap<string, string> | null {
  const texts = new Map<string, string>();
  // from the end, so that what stands before keeps its order
  for (const each of chosen.toSorted((one, other) => other.statement.start - one.statement.start)) {
    const { source, text: old } = each.statement;
    if (!each.hasSections && /^-- plumb:/m.test(each.sql)) return null;
    const now: SqlSource = { name: source.name, text: texts.get(source.name) ?? source.text };
    const equals = (at: SqlSource) => statementsIn(at).filter(({ text }) => text === old);
    const place = equals(now)[equals(source).findIndex(({ start }) => start === each.statement.start)];
    const text = each.isFile ? `${each.sql.trimEnd()}\n` : place && withFix(now, place, each.sql);
    if (text == null) return null;
    texts.set(source.name, text);
  }
  return texts;
}

function statementsIn(source: SqlSource): readonly PlacedStatement[] {
  return sectionsOf(source).up.flatMap(statementsOf);
}
