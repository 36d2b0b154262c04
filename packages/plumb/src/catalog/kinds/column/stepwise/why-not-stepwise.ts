import type { CatalogObject } from '../../../catalog-object.ts';
import { reversed } from '../../../dependents.ts';
import { identifier } from '../../../identifier.ts';
import type { Context } from '../../../kind.ts';
import { fitsConstraintBeside } from '../../constraint/constraint-beside.ts';
import { isConstraint } from '../../constraint/constraint-facts.ts';
import { fitsIndexBeside } from '../../index/index-beside.ts';
import { isIndex } from '../../index/index-facts.ts';
import { alterationClauses, retyped } from '../../sequence/sequence-options.ts';
import { childrenOf, parentsOf } from '../../table/lineage.ts';
import { isTable, tableId } from '../../table/table-facts.ts';
import { relationName } from '../alter-relation.ts';
import { retypingHazards } from '../change-type.ts';
import { type ColumnFacts, columnId } from '../column-facts.ts';
import { typeName } from '../type/type-name.ts';
import { whyNotFilled } from './fill-rows.ts';
import { canBeQuiet } from './quiet-triggers.ts';

/** Whether the type of a column changes by a second column, which is filled while the first is in use. */
export function isRetypedStepwise(from: ColumnFacts, to: ColumnFacts, context: Context): boolean {
  return takesLong(from, to, context) && whyNotStepwise(from, to, context) === null;
}

/** Why a change that would better be done in steps isn't; null where it is, or where there is no need. */
export function hindrance(from: ColumnFacts, to: ColumnFacts, context: Context): string | null {
  return takesLong(from, to, context) ? whyNotStepwise(from, to, context) : null;
}

/** Whether PostgreSQL would write a big table anew, or read all of it, while nobody can use it. */
function takesLong(from: ColumnFacts, to: ColumnFacts, context: Context): boolean {
  if (!context.online || to.relation !== 'table' || from.type === to.type) return false;
  if (!context.stepwise(tableId(to.schema, to.table))) return false;
  return retypingHazards(from, to, context).some(({ kind }) => kind === 'rewrites-table' || kind === 'scans-table');
}

function whyNotStepwise(from: ColumnFacts, to: ColumnFacts, context: Context): string | null {
  const table = tableId(to.schema, to.table);
  const name = relationName(to);
  for (const catalog of [context.from, context.to]) {
    const lines = [...parentsOf(catalog, table), ...childrenOf(catalog, table)];
    if (lines.length > 0 || isPartitioned(catalog.objects.get(table)))
      return `${name} has partitions, parents or children`;
  }
  return (
    whyNotNew(from, to, context) ??
    whyNotFilled(table, context, (trigger) => canBeQuiet(trigger, to, context)) ??
    whyNotLedOver(columnId(to.schema, to.table, to.name), context)
  );
}

function isPartitioned(object: CatalogObject | undefined): boolean {
  return (
    object !== undefined && isTable(object) && (object.facts.partitionKey !== null || object.facts.ofType !== null)
  );
}

/** Why there can't be a second column of the new type. */
function whyNotNew(from: ColumnFacts, to: ColumnFacts, context: Context): string | null {
  const column = identifier(to.name);
  if (from.generated !== null || to.generated !== null) return `${column} is generated`;
  if ((from.identity === null) !== (to.identity === null)) return `${column} is an identity only before or after`;
  if (from.identity !== null && to.identity !== null) {
    const moved = retyped(from.identity.options, to.identity.options.type);
    if (alterationClauses(moved, to.identity.options).length > 0) return `the sequence of ${column} changes`;
  }
  const [old, wanted] = [typeName(from.type ?? ''), typeName(to.type ?? '')].map(({ base }) => base);
  if (isConstrained(`domain ${wanted}`, context.to)) {
    return `PostgreSQL writes a table anew for a new column of the domain ${wanted}, which has constraints`;
  }
  const composite = [`composite ${old}`, `composite ${wanted}`];
  return composite.some((id) => context.from.objects.has(id) || context.to.objects.has(id))
    ? `parts of a value of ${column} can be NULL by themselves`
    : null;
}

function isConstrained(domain: string, catalog: Context['to']): boolean {
  const facts = catalog.objects.get(domain)?.facts;
  if (facts === undefined) return false;
  if ('notNull' in facts && facts.notNull === true) return true;
  if ([...catalog.objects.values()].some(({ kind, parent }) => kind === 'domain-constraint' && parent === domain)) {
    return true;
  }
  return 'type' in facts && isConstrained(`domain ${String(facts.type)}`, catalog);
}

/** What uses the column and couldn't be made beside it. */
function whyNotLedOver(id: string, context: Context): string | null {
  for (const dependent of reversed(context.from.needs).get(id) ?? []) {
    const [before, after] = [context.from.objects.get(dependent), context.to.objects.get(dependent)];
    if (before === undefined || after === undefined) continue;
    if (before.kind === 'column') return `the generated column ${nameOf(dependent)} is worked out from it`;
    const hasSteps =
      isIndex(before) && isIndex(after)
        ? fitsIndexBeside(before, after, context)
        : !isConstraint(before) || !isConstraint(after) || fitsConstraintBeside(before, after, context);
    if (!hasSteps) return `the ${before.kind} ${nameOf(dependent)} can only be built at once`;
    const others = isConstraint(before) ? whyNotLedOver(dependent, context) : null;
    if (others !== null) return others;
  }
  return null;
}

function nameOf(id: string): string {
  return id.slice(id.indexOf(' ') + 1);
}
