import migrationFails from '../../rules/rehearsal/migration-fails.ts';
import migrationNotReadable from '../../rules/rehearsal/migration-not-readable.ts';
import placeholderInMigration from '../../rules/rehearsal/placeholder-in-migration.ts';
import statementTakesTooLong from '../../rules/rehearsal/statement-takes-too-long.ts';
import type { ToldRule } from '../../rules/rule.ts';
import { placeholderAt } from '../../sql/placeholder.ts';
import type { PlacedFault } from '../../sql/sql-problem.ts';

/** Which rule tells a failure on the way up, and what more there is to say. */
export function whyItFails({ fault, source }: PlacedFault): { readonly rule: ToldRule; readonly more?: string } {
  const { sqlstate } = fault;
  if (sqlstate === '57014' || sqlstate === '57P01') return { rule: statementTakesTooLong };
  if (sqlstate === null) return { rule: migrationNotReadable };
  const found = placeholderAt(fault, source);
  if (found !== null) return { rule: placeholderInMigration, more: `${found} is left in it.` };
  return { rule: migrationFails };
}
