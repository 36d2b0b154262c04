import type { Catalog, CatalogObject } from '../../catalog-object.ts';
import { identifier, objectId, qualified } from '../../identifier.ts';
import { defineKind } from '../../kind.ts';
import { renamingInTable } from '../../renaming-in-table.ts';
import { type Statement, statement } from '../../statement.ts';
import { isTable } from '../table/table-facts.ts';
import { type Firing, firingClause, firings } from './firing.ts';
import { readTriggers } from './read-triggers.ts';

/** A trigger that a user made; its clones on partitions are the same. */
export type TriggerFacts = {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  /** As PostgreSQL prints it: `CREATE TRIGGER …`. */
  readonly definition: string;
  readonly constraint: boolean;
  readonly firing: Firing;
};

function triggerId(schema: string, table: string, name: string): string {
  return objectId('trigger', [schema, table, name]);
}

export default defineKind<TriggerFacts>({
  id: 'trigger',
  rank: 92,
  catalog: 'pg_trigger',
  where: 'not tgisinternal',

  // The constraint of a constraint trigger keeps its name, and before 15 so do the clones on partitions.
  renaming: renamingInTable(
    'TRIGGER',
    (from, _, catalogs) => !from.facts.constraint && (catalogs.from.major >= 15 || !isPartitioned(from, catalogs.from)),
  ),

  async read(reader) {
    for (const { oid, relation, constraint_oid, definition, firing, ...row } of await readTriggers(reader)) {
      const parent = reader.at({ catalog: 'pg_class', oid: relation });
      if (parent === undefined) continue;
      const id = triggerId(row.schema, row.table, row.name);
      const facts: TriggerFacts = {
        ...row,
        definition: inTwoLines(definition),
        constraint: constraint_oid !== 0,
        firing: firings.get(firing) ?? 'origin',
      };
      const constraint = constraint_oid === 0 ? [] : [{ catalog: 'pg_constraint', oid: constraint_oid }];
      reader.add({ id, kind: 'trigger', parent, facts }, { catalog: 'pg_trigger', oid }, ...constraint);
    }
  },

  phrase: ({ facts }) => `TRIGGER ${identifier(facts.name)} ON ${tableOf(facts)}`,

  create: ({ facts }) => [statement(facts.definition), ...setFiring('origin', facts)],

  drop: ({ facts }) => [statement(`DROP TRIGGER ${identifier(facts.name)} ON ${tableOf(facts)}`)],

  /** Both ways set the firing of the clones on partitions, too, so that what is said of these must be said again. */
  alter({ facts: from }, { facts: to }) {
    const takesDown = ({ kind }: { readonly kind: string }): boolean => kind === 'trigger-firing';
    if (from.definition === to.definition) return { statements: setFiring(from.firing, to), takesDown };
    if (from.constraint || to.constraint) return { replace: "PostgreSQL can't replace a constraint trigger in place" };
    const definition = to.definition.replace(/^CREATE /, 'CREATE OR REPLACE ');
    return { statements: [statement(definition), ...setFiring('origin', to)], takesDown };
  },
});

/** What it fires on, then what it calls; in one line where these can't be told apart. */
function inTwoLines(definition: string): string {
  const parts = definition.split(' EXECUTE FUNCTION ');
  return parts.length === 2 ? parts.join('\n  EXECUTE FUNCTION ') : definition;
}

function isPartitioned({ parent }: CatalogObject, { objects }: Catalog): boolean {
  const table = parent === null ? undefined : objects.get(parent);
  return table !== undefined && isTable(table) && table.facts.partitionKey !== null;
}

function tableOf({ schema, table }: TriggerFacts): string {
  return qualified(schema, table);
}

function setFiring(from: Firing, to: TriggerFacts): readonly Statement[] {
  if (from === to.firing) return [];
  return [statement(`ALTER TABLE ${tableOf(to)} ${firingClause(to.firing)} TRIGGER ${identifier(to.name)}`)];
}
