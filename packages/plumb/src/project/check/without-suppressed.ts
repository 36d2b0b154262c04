import { locationAt } from '@pgplumb/migrate/sql';
import type { Finding } from '../../contract/finding.ts';
import type { MigrationView } from '../../rules/rule.ts';
import { type Span, suppress, suppressionsIn } from '../../rules/suppressions.ts';

/** Heeds what the files say is meant so: above a statement, or behind it on its last line. */
export function withoutSuppressed(findings: readonly Finding[], { steps }: MigrationView): readonly Finding[] {
  const sources = [...new Map(steps.map(({ statement: { source } }) => [source.name, source])).values()];
  const spans: Span[] = [];
  for (const { statement } of steps) {
    const { file, line, endLine = line } = locationAt(statement.source, statement.start, statement.end);
    const before = spans.findLast((span) => span.file === file && span.to < line);
    spans.push({ file, from: before === undefined ? 1 : before.to + 1, to: endLine });
  }
  return suppress(findings, sources.flatMap(suppressionsIn), spans);
}
