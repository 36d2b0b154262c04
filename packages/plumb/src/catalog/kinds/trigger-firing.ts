import { identifier, objectId, qualified } from '../identifier.ts';
import { defineKind } from '../kind.ts';
import { type Statement, statement } from '../statement.ts';
import { type Firing, firingClause, firings } from './trigger/firing.ts';
import { readClones } from './trigger/read-triggers.ts';

/** Says that a trigger's clone on a partition fires otherwise than the trigger itself. */
export type TriggerFiringFacts = {
  readonly schema: string;
  readonly table: string;
  readonly trigger: string;
  readonly firing: Firing;
  /** Of the trigger itself. */
  readonly usual: Firing;
};

export default defineKind<TriggerFiringFacts>({
  id: 'trigger-firing',
  rank: 93,
  catalog: 'pg_trigger',
  where: 'tgparentid <> 0',

  async read(reader) {
    for (const row of await readClones(reader)) {
      const original = reader.at({ catalog: 'pg_trigger', oid: row.original });
      const partition = reader.at({ catalog: 'pg_class', oid: row.relation });
      if (original === undefined || partition === undefined) continue;
      reader.alias({ catalog: 'pg_trigger', oid: row.oid }, original);
      if (row.constraint_oid !== 0) reader.alias({ catalog: 'pg_constraint', oid: row.constraint_oid }, original);
      if (row.firing === row.original_firing) continue;
      const id = objectId('trigger-firing', [row.schema, row.table, row.name]);
      const facts: TriggerFiringFacts = {
        schema: row.schema,
        table: row.table,
        trigger: row.name,
        firing: firings.get(row.firing) ?? 'origin',
        usual: firings.get(row.original_firing) ?? 'origin',
      };
      reader.add({ id, kind: 'trigger-firing', parent: partition, facts });
      reader.need(id, original);
    }
  },

  phrase: ({ facts }) => `TRIGGER ${identifier(facts.trigger)} ON ${qualified(facts.schema, facts.table)}`,

  create: ({ facts }) => [setFiring(facts, facts.firing)],

  drop: ({ facts }) => [setFiring(facts, facts.usual)],

  alter: (_, { facts }) => ({ statements: [setFiring(facts, facts.firing)] }),
});

function setFiring({ schema, table, trigger }: TriggerFiringFacts, firing: Firing): Statement {
  const words = `${firingClause(firing)} TRIGGER ${identifier(trigger)}`;
  return statement(`ALTER TABLE ONLY ${qualified(schema, table)} ${words}`);
}
