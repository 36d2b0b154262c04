import migrationFails from '../../rules/rehearsal/migration-fails.ts';
import migrationNotReadable from '../../rules/rehearsal/migration-not-readable.ts';
import placeholderInMigration from '../../rules/rehearsal/placeholder-in-migration.ts';
import statementTakesTooLong from '../../rules/rehearsal/statement-takes-too-long.ts';
import type { ToldRule } from '../../rules/rule.ts';
import type { PlacedFault } from '../../sql/sql-problem.ts';

/** What a tool fills in before PostgreSQL sees it: `{{ x }}`, `${x}`, `<%= x %>`, `:x`. */
const placeholder = /\{\{[^}]*\}\}|\$\{[^}]*\}|<%.*?%>|(?<!:):["']?[a-z_]\w*/i;

/** Which rule tells a failure on the way up, and what more there is to say. */
export function whyItFails({ fault, source }: PlacedFault): { readonly rule: ToldRule; readonly more?: string } {
  const { sqlstate, location } = fault;
  if (sqlstate === '57014' || sqlstate === '57P01') return { rule: statementTakesTooLong };
  if (sqlstate === null) return { rule: migrationNotReadable };
  const line = source.text.split(/\r\n|\n|\r/)[location.line - 1] ?? '';
  const [found] = placeholder.exec(line.slice(Math.max(0, location.column - 2))) ?? [];
  if (sqlstate === '42601' && found !== undefined)
    return { rule: placeholderInMigration, more: `${found} is left in it.` };
  return { rule: migrationFails };
}
