/**
 * SQL that is true for schemas whose objects are the user's: `alias` names `pg_namespace`.
 * Objects that an extension made are left out by the reader.
 */
export function userSchema(alias: string): string {
  return `(${alias}.nspname !~ '^pg_' and ${alias}.nspname not in ('information_schema', 'plumb', 'plumb_shadow'))`;
}
