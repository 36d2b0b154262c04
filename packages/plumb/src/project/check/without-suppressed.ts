import { readScript } from '@pgplumb/migrate/sql';
import type { Finding } from '../../contract/finding.ts';
import type { MigrationView } from '../../rules/rule.ts';
import { spansOf, suppress, suppressionsIn } from '../../rules/suppressions.ts';

/** Heeds what the files say is meant so: above a statement, or behind it on its last line. */
export function withoutSuppressed(findings: readonly Finding[], { steps }: MigrationView): readonly Finding[] {
  const statements = steps.map(({ statement }) => statement);
  const sources = [...new Map(statements.map(({ source }) => [source.name, source])).values()];
  // BEGIN and COMMIT are no steps
  const places = sources.flatMap((source) => readScript(source).map(({ start, end }) => ({ source, start, end })));
  return suppress(findings, sources.flatMap(suppressionsIn), spansOf(places));
}
