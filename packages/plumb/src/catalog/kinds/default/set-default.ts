import type { Catalog } from '../../catalog-object.ts';
import { identifier, objectId } from '../../identifier.ts';
import type { Context } from '../../kind.ts';
import { type Statement, statement } from '../../statement.ts';
import { alterColumn } from '../column/alter-relation.ts';
import type { Column } from '../column/column-facts.ts';
import { descendantsOf, parentsOf } from '../table/lineage.ts';
import { type Default, type DefaultFacts, isDefault } from './default-facts.ts';

export function setDefault(facts: DefaultFacts, expression: string | null): Statement {
  const change = expression === null ? 'DROP DEFAULT' : `SET DEFAULT ${expression}`;
  return statement(`${alterColumn({ ...facts, name: facts.column })} ${change}`);
}

/** What a child's column has as its default when it has none of its own. */
export function inheritedDefault({ facts }: Default, catalog: Catalog): string | null {
  return defaultAbove(catalog, objectId(facts.relation, [facts.schema, facts.table]), facts.column);
}

/** What a table that stays had as a column's default from elsewhere. */
export function inheritedBefore(object: Default, context: Context): string | null {
  const { facts } = object;
  if (!context.stays(objectId(facts.relation, [facts.schema, facts.table]))) return null;
  return inheritedDefault(object, context.from);
}

export function effectiveDefault(catalog: Catalog, { facts }: Column): string | null {
  const relation = objectId(facts.relation, [facts.schema, facts.table]);
  const own = defaultAt(catalog, relation, facts.name);
  return own === null ? defaultAbove(catalog, relation, facts.name) : own.facts.expression;
}

function defaultAbove(catalog: Catalog, relation: string, column: string): string | null {
  for (const parent of parentsOf(catalog, relation)) {
    const found = defaultAt(catalog, parent, column);
    if (found !== null) return found.facts.expression;
    const above = defaultAbove(catalog, parent, column);
    if (above !== null) return above;
  }
  return null;
}

/** A default that is set reaches all children: those that have one of their own, and keep it, get it again. */
export function keptBelow({ facts }: Default, { to, stays }: Context): readonly Statement[] {
  return descendantsOf(to, objectId(facts.relation, [facts.schema, facts.table])).flatMap((relation) => {
    const kept = defaultAt(to, relation, facts.column);
    return kept === null || !stays(kept.id) ? [] : [setDefault(kept.facts, kept.facts.expression)];
  });
}

function defaultAt(catalog: Catalog, relation: string, column: string): Default | null {
  const name = relation.slice(relation.indexOf(' ') + 1);
  const found = catalog.objects.get(`default ${name}.${identifier(column)}`);
  return found && isDefault(found) ? found : null;
}
