import type { Catalog, CatalogObject } from '../../catalog-object.ts';
import { identifier } from '../../identifier.ts';
import type { Context } from '../../kind.ts';
import { type Statement, statement } from '../../statement.ts';
import { alterColumnFacts } from '../column/alter-column.ts';
import { alterColumn, alterRelation } from '../column/alter-relation.ts';
import { columnClause } from '../column/column-clause.ts';
import type { Column } from '../column/column-facts.ts';
import { constraintClause } from '../constraint/constraint-clause.ts';
import { type Constraint, isConstraint } from '../constraint/constraint-facts.ts';
import { constraintsLeftBy } from '../constraint/inherited-constraints.ts';
import { defaultId } from '../default/default-facts.ts';
import { effectiveDefault } from '../default/set-default.ts';
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
    const isOwn = from.objects.get(there.id)?.facts === there.facts;
    const answer = isOwn ? null : alterColumnFacts(there.facts, wanted.facts, context);
    return [
      ...(answer === null || 'replace' in answer ? [] : answer.statements),
      ...defaultChange(there, wanted, context),
    ];
  });
  const checks = gained.flatMap((parent) => checksOf(parent, context));
  return [...columns, ...checks.flatMap((check) => addCheck(table, check, context))];
}

/** What it had from parents that it leaves, and would keep as its own. */
export function leaving(table: CatalogObject, context: Context): readonly Statement[] {
  const { from, to } = context;
  const left = parentsOf(from, table.id).filter((parent) => !parentsOf(to, table.id).includes(parent));
  const names = new Set(left.flatMap((parent) => columnsOf(from, parent)).map(({ facts }) => facts.name));
  const columns = [...names].flatMap((name) => {
    const before = effectiveColumn(from, table.id, name);
    if (before === null || effectiveColumn(to, table.id, name) !== null) return [];
    // One of its own is an object that goes.
    if (from.objects.get(before.id)?.facts === before.facts) return [];
    const column = `${table.id.slice(table.id.indexOf(' ') + 1)}.${identifier(name)}`;
    const message = `The column ${column} is dropped with all that it holds.`;
    return [
      statement(`${alterRelation(before.facts)} DROP COLUMN ${identifier(name)}`, {
        hazards: [{ kind: 'data-loss', message, objects: [column] }],
      }),
    ];
  });
  const parents = isPartitionIn(from, table.id) ? [] : left;
  return [...parents.flatMap((parent) => constraintsLeftBy(table.id, parent, context)), ...columns];
}

/** Letting go of a partition has statements of its own. */
function isPartitionIn({ objects }: Catalog, id: string): boolean {
  const object = objects.get(id);
  return object !== undefined && 'partitionOf' in object.facts && object.facts.partitionOf !== null;
}

function addColumn(wanted: Column, context: Context): readonly Statement[] {
  const { facts } = wanted;
  const bare = { ...wanted, facts: { ...facts, identity: null } };
  const expression = effectiveDefault(context.to, wanted);
  const clause = columnClause(bare, context, []);
  return [
    statement(`${alterRelation(facts)} ADD COLUMN ${clause}${expression === null ? '' : ` DEFAULT ${expression}`}`),
  ];
}

/** Where neither the old default is an object that goes, nor the new one that comes. */
function defaultChange(there: Column, wanted: Column, { from, to }: Context): readonly Statement[] {
  const { schema, table, name } = wanted.facts;
  const id = defaultId(schema, table, name);
  if (from.objects.has(id) || to.objects.has(id)) return [];
  const [was, is] = [effectiveDefault(from, there), effectiveDefault(to, wanted)];
  if (was === is) return [];
  return [statement(`${alterColumn(wanted.facts)} ${is === null ? 'DROP DEFAULT' : `SET DEFAULT ${is}`}`)];
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
