import type { Catalog } from '../../../catalog-object.ts';
import { castContext, isNumber, isText } from './casts.ts';
import { typeName, underlyingType } from './type-name.ts';

/**
 * The expression that makes the new values of a column out of the old ones, where its type changes; null where
 * PostgreSQL converts by itself.
 */
export function conversion(
  column: string,
  from: string,
  to: string,
  catalogs: { from: Catalog; to: Catalog },
): string | null {
  const [old, wanted] = [typeName(underlyingType(from, catalogs.from)), typeName(underlyingType(to, catalogs.to))];
  const [one, other] = [underlyingType(old.base, catalogs.from), underlyingType(wanted.base, catalogs.to)].map(
    (name) => typeName(name).base,
  );
  if (one === undefined || other === undefined) return `${column}::text::${to}`;
  if (old.array && !wanted.array) {
    if (isText(other)) return null;
    return `${element(`(${column})[1]`, one, other, catalogs.to)}::${to}`;
  }
  if (!old.array && wanted.array) {
    if (isText(one)) return `${column}::${to}`;
    return `CASE WHEN ${column} IS NOT NULL THEN ARRAY[${element(column, one, other, catalogs.to)}]::${to} END`;
  }
  const context = castContext(one, other, catalogs.to);
  if (context === 'assignment') return null;
  if (context === 'explicit') return `${column}::${to}`;
  if (old.array) return `${column}::text[]::${to}`;
  if (isNumber(one) && other === 'boolean') return `${column} <> 0`;
  if (one === 'boolean' && isNumber(other)) return `${column}::integer::${to}`;
  return `${column}::text::${to}`;
}

/** A value on its way to another type, where a cast alone doesn't lead there. */
function element(value: string, from: string, to: string, catalog: Catalog): string {
  return castContext(from, to, catalog) === null ? `${value}::text` : value;
}
