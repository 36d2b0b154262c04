import type { CatalogObject } from '../../catalog-object.ts';
import { identifier } from '../../identifier.ts';
import type { Context } from '../../kind.ts';
import { type Statement, statement } from '../../statement.ts';
import { alterColumnFacts } from '../column/alter-column.ts';
import { alterRelation } from '../column/alter-relation.ts';
import { columnClause } from '../column/column-clause.ts';
import type { Column } from '../column/column-facts.ts';
import { constraintClause } from '../constraint/constraint-clause.ts';
import { type Constraint, isConstraint } from '../constraint/constraint-facts.ts';
import { columnsOf, effectiveColumn, parentsOf } from './lineage.ts';

/** What a table must have before it can inherit, or be a partition: the columns and the checks of those it joins. */
export function joining(table: CatalogObject, context: Context): readonly Statement[] {
  const { from, to } = context;
  const before = parentsOf(from, table.id);
  const gained = parentsOf(to, table.id).filter((parent) => !before.includes(parent));
  const names = new Set(gained.flatMap((parent) => columnsOf(to, parent)).map(({ facts }) => facts.name));
  const columns = [...names].flatMap((name): readonly Statement[] => {
    const wanted = effectiveColumn(to, table.id, name);
    if (wanted === null || to.objects.get(wanted.id)?.facts === wanted.facts) return [];
    const there = effectiveColumn(from, table.id, name);
    if (there === null) return addColumn(wanted, context);
    // A column of its own is led there where it ceases to be one.
    if (from.objects.get(there.id)?.facts === there.facts) return [];
    const answer = alterColumnFacts(there.facts, wanted.facts, context);
    return 'replace' in answer ? [] : answer.statements;
  });
  const checks = gained.flatMap((parent) => checksOf(parent, context));
  return [...columns, ...checks.flatMap((check) => addCheck(table, check, context))];
}

/** Columns that it had from parents that it leaves, which would be its own from then on. */
export function leaving(table: CatalogObject, { from, to }: Context): readonly Statement[] {
  const left = parentsOf(from, table.id).filter((parent) => !parentsOf(to, table.id).includes(parent));
  const names = new Set(left.flatMap((parent) => columnsOf(from, parent)).map(({ facts }) => facts.name));
  return [...names].flatMap((name) => {
    const before = effectiveColumn(from, table.id, name);
    if (before === null || effectiveColumn(to, table.id, name) !== null) return [];
    // It goes with the parent's, where that goes.
    if (from.objects.get(before.id)?.facts === before.facts) return [];
    const column = `${table.id.slice(table.id.indexOf(' ') + 1)}.${identifier(name)}`;
    const message = `The column ${column} is dropped with all that it holds.`;
    return [
      statement(`${alterRelation(before.facts)} DROP COLUMN ${identifier(name)}`, {
        hazards: [{ kind: 'data-loss', message, objects: [column] }],
      }),
    ];
  });
}

function addColumn(wanted: Column, context: Context): readonly Statement[] {
  const { facts } = wanted;
  const bare = { ...wanted, facts: { ...facts, identity: null } };
  return [statement(`${alterRelation(facts)} ADD COLUMN ${columnClause(bare, context, [])}`)];
}

/** Checks that a table hands down, its own and those that it has from others. */
function checksOf(relation: string, context: Context): readonly Constraint[] {
  const own = [...context.to.objects.values()].filter(isConstraint).filter(({ parent, facts }) => {
    return parent === relation && facts.type === 'check' && facts.inheritable;
  });
  return [...own, ...parentsOf(context.to, relation).flatMap((parent) => checksOf(parent, context))];
}

function addCheck(table: CatalogObject, check: Constraint, { from }: Context): readonly Statement[] {
  const name = table.id.slice(table.id.indexOf(' ') + 1);
  const has = (relation: string): boolean => {
    const id = `constraint ${relation.slice(relation.indexOf(' ') + 1)}.${identifier(check.facts.name)}`;
    return from.objects.has(id) || parentsOf(from, relation).some(has);
  };
  if (has(table.id)) return [];
  const verb = table.kind === 'table' ? 'ALTER TABLE' : 'ALTER FOREIGN TABLE';
  return [statement(`${verb} ${name} ADD ${constraintClause(check)}`)];
}
