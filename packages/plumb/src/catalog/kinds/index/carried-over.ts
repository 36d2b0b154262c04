import { sameButCasts } from '../../casts.ts';
import type { CatalogObject } from '../../catalog-object.ts';
import type { Context } from '../../kind.ts';
import { isColumn } from '../column/column-facts.ts';

/**
 * Whether what stands in an index or a constraint only changes as PostgreSQL itself changes it when a column gets
 * another type: then it is left to PostgreSQL.
 */
export function isCarriedOver(id: string, was: string, is: string, context: Context): boolean {
  if (!sameButCasts(was, is)) return false;
  return [...(context.from.needs.get(id) ?? [])].some((needed) => {
    const [before, after] = [context.from.objects.get(needed), context.to.objects.get(needed)];
    return context.stays(needed) && before !== undefined && after !== undefined && typeOf(before) !== typeOf(after);
  });
}

function typeOf(object: CatalogObject): string | null {
  return isColumn(object) ? `${object.facts.type} ${object.facts.collation}` : null;
}
