import { identifier, literal } from '../../identifier.ts';
import { defineKind } from '../../kind.ts';
import { type Statement, statement } from '../../statement.ts';
import { alterSubscription } from './alter-subscription.ts';
import { readSubscriptions } from './read-subscriptions.ts';
import { type Subscription, type SubscriptionFacts, toFillIn, unknownConnection } from './subscription-facts.ts';

export default defineKind<SubscriptionFacts>({
  id: 'subscription',
  rank: 105,
  catalog: 'pg_subscription',
  where: 'subdbid = (select d.oid from pg_database as d where d.datname = current_database())',
  onlyWhereStated: true,

  read: readSubscriptions,

  phrase: ({ facts }) => `SUBSCRIPTION ${identifier(facts.name)}`,

  create: createSubscription,

  drop: ({ facts }) => dropSubscription(facts),

  alter: alterSubscription,
});

/** It doesn't reach for its publisher, which a migration may not be able to: its slot there is made by hand. */
function createSubscription({ facts, notes }: Subscription): readonly Statement[] {
  const { name, slot, enabled } = facts;
  const options = [
    'connect = false',
    ...(slot === name ? [] : [`slot_name = ${slot === null ? 'NONE' : literal(slot)}`]),
    ...Object.entries(facts.options).map(([option, value]) => `${option} = ${literal(value)}`),
  ];
  const phrase = `SUBSCRIPTION ${identifier(name)}`;
  const lines = [
    `CREATE ${phrase}`,
    `CONNECTION ${literal(facts.connection ?? unknownConnection)}`,
    `PUBLICATION ${facts.publications.map(identifier).join(', ')}`,
    `WITH (${options.join(', ')})`,
  ];
  const comment = [...toFillIn(facts, notes?.secrets), ...toSetGoing(facts)].join('\n');
  return [
    statement(lines.join('\n  '), { comment }),
    ...(enabled && slot !== null ? [statement(`ALTER ${phrase} ENABLE`)] : []),
  ];
}

function toSetGoing({ name, slot, enabled }: SubscriptionFacts): readonly string[] {
  const alter = `ALTER SUBSCRIPTION ${identifier(name)}`;
  const steps = [
    `SELECT pg_create_logical_replication_slot(${literal(slot ?? name)}, 'pgoutput') at its publisher`,
    ...(slot === null ? [`${alter} SET (slot_name = ${literal(name)})`] : []),
    ...(enabled ? [] : [`${alter} ENABLE`]),
    `${alter} REFRESH PUBLICATION`,
  ];
  return [`To set it going: ${steps.join('; ')}`];
}

/** It lets go of its slot, since dropping that as well would reach for the publisher. */
function dropSubscription({ name, slot, enabled }: SubscriptionFacts): readonly Statement[] {
  const phrase = `SUBSCRIPTION ${identifier(name)}`;
  if (slot === null) return [statement(`DROP ${phrase}`)];
  const comment = `Its publisher keeps the slot, and all changes for it, until SELECT pg_drop_replication_slot(${literal(slot)}) there.`;
  return [
    ...(enabled ? [statement(`ALTER ${phrase} DISABLE`)] : []),
    statement(`ALTER ${phrase} SET (slot_name = NONE)`, { comment }),
    statement(`DROP ${phrase}`),
  ];
}
