import type { CatalogObject } from '../../catalog-object.ts';
import type { Alteration, Context } from '../../kind.ts';
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
  { converts, kin }: { readonly converts: boolean; readonly kin: Kinship },
  { from, to }: Pick<Context, 'from' | 'to'>,
): NonNullable<Alteration['takesDown']> {
  const changes = ({ id }: CatalogObject): boolean =>
    JSON.stringify(from.objects.get(id)?.facts) !== JSON.stringify(to.objects.get(id)?.facts);
  return (dependent, kind) => {
    // PostgreSQL leads a default over where it could lead the values over.
    if (dependent.kind === 'default') return converts;
    if (dependent.parent === column || isFollowing(dependent)) return false;
    if (kind.followsColumnType !== true) return true;
    return readsValues(dependent) && (kin === 'none' || (kin === 'number' && changes(dependent)));
  };
}

/** Numbers keep casts to the old type in what was written of them, so that it isn't as if it were written anew. */
export type Kinship = 'same' | 'text' | 'number' | 'none';

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

/** What operators of the one type and the other have in common. */
export function kinship(from: string, to: string, catalogs: Pick<Context, 'from' | 'to'>): Kinship {
  const [old, wanted] = [typeName(underlyingType(from, catalogs.from)), typeName(underlyingType(to, catalogs.to))];
  if (old.array !== wanted.array) return 'none';
  if (old.base === wanted.base) return 'same';
  if (old.array) return 'none';
  if (isNumber(old.base) && isNumber(wanted.base)) return 'number';
  return isText(old.base) && isText(wanted.base) ? 'text' : 'none';
}
