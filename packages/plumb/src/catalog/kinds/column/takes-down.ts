import type { Catalog, CatalogObject } from '../../catalog-object.ts';
import type { Alteration } from '../../kind.ts';
import { isConstraint } from '../constraint/constraint-facts.ts';
import { isIndex } from '../index/index-facts.ts';
import { isNumber, isText } from './type/casts.ts';
import { typeName, underlyingType } from './type/type-name.ts';

/**
 * What can't stand by while the type of a column changes. `converts`: its values become others; `kin`: operators that
 * take the old ones also take the new ones.
 */
export function takesDownFor(
  column: string,
  { converts, kin }: { readonly converts: boolean; readonly kin: boolean },
): NonNullable<Alteration['takesDown']> {
  return (dependent, kind) => {
    // PostgreSQL leads a default over where it could lead the values over.
    if (dependent.kind === 'default') return converts;
    if (dependent.parent === column || isFollowing(dependent)) return false;
    return kind.followsColumnType !== true || (!kin && readsValues(dependent));
  };
}

/** A child's column has the type of its parent's. */
function isFollowing(dependent: CatalogObject): boolean {
  return dependent.kind === 'column' && 'inherited' in dependent.facts && dependent.facts.inherited === true;
}

/**
 * PostgreSQL writes what follows a column's type anew from its text, in which operators and constants of the old type
 * stand.
 */
function readsValues(dependent: CatalogObject): boolean {
  if (isConstraint(dependent)) return dependent.facts.type !== 'primary key' && dependent.facts.type !== 'unique';
  if (!isIndex(dependent)) return false;
  const { where, keys } = dependent.facts;
  return where !== null || keys.some((key) => key.includes('('));
}

/** Whether operators that take values of the one type also take those of the other. */
export function isKin(from: string, to: string, catalogs: { readonly from: Catalog; readonly to: Catalog }): boolean {
  const [old, wanted] = [typeName(underlyingType(from, catalogs.from)), typeName(underlyingType(to, catalogs.to))];
  if (old.array !== wanted.array) return false;
  if (old.base === wanted.base) return true;
  if (old.array) return false;
  return (isNumber(old.base) && isNumber(wanted.base)) || (isText(old.base) && isText(wanted.base));
}
