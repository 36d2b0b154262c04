import type { Catalog, CatalogObject } from '../catalog/catalog-object.ts';
import type { Context } from '../catalog/kind.ts';
import { nameBeside } from '../catalog/object-name.ts';
import { diffCatalogs } from '../diff/diff-catalogs.ts';
import { decide, isBeside } from './decisions.ts';
import { orderStatements } from './order.ts';
import type { Step } from './plan.ts';
import { stepsOf } from './steps.ts';
import { untangle } from './untangle.ts';
import { withUnsaid } from './with-unsaid.ts';

export interface PlanOptions {
  /** Prefer forms that let a running application go on. */
  readonly online?: boolean;
  /** Whether a table, by its id, is big enough to be changed stepwise where its rows would be rewritten. */
  readonly stepwise?: (table: string) => boolean;
  /** Qualified names that are only renamed after these steps. */
  readonly renamedAfter?: ReadonlySet<string>;
}

/** The steps that lead a database from one catalogue to the other. */
export function planMigration(before: Catalog, after: Catalog, options: PlanOptions = {}): readonly Step[] {
  const { from, to } = withUnsaid(before, after);
  const rebuilt = new Set<string>();
  const beside = new Set<string>();
  const context: Context = {
    major: from.major,
    online: options.online ?? true,
    from,
    to,
    stepwise: options.stepwise ?? (() => false),
    stays: (id) => from.objects.has(id) && to.objects.has(id) && !rebuilt.has(id),
    isBeside: (id) => beside.has(id),
    renamedAfter: (name) => options.renamedAfter?.has(name) === true,
    asideName,
  };
  const changes = diffCatalogs(from, to);
  if (changes.length === 0) return [];
  const decisions = decide(from, to, changes, context);
  for (const [id, decision] of decisions.byId) {
    if (decision.way === 'replace') rebuilt.add(id);
    if (isBeside(decision)) beside.add(id);
  }
  return stepsOf(orderStatements(untangle(decisions, from, to, context), context));
}

function asideName({ id }: CatalogObject): string {
  return nameBeside(id.slice(id.lastIndexOf('.') + 1).replaceAll('"', ''), '_plumb_old');
}
