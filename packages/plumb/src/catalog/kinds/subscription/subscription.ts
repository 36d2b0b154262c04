import { identifier, literal } from '../../identifier.ts';
import { defineKind } from '../../kind.ts';
import { type Statement, statement } from '../../statement.ts';
import { alterSubscription } from './alter-subscription.ts';
import { readSubscriptions } from './read-subscriptions.ts';
import { type Subscription, type SubscriptionFacts, toFillIn, unknownConnection } from './subscription-facts.ts';

export { subscriptionId } from './subscription-facts.ts';

export default defineKind<SubscriptionFacts>({
  id: 'subscription',
  rank: 105,
  onlyWhereStated: true,

  read: readSubscriptions,

  phrase: ({ facts }) => `SUBSCRIPTION ${identifier(facts.name)}`,

  create: createSubscription,

  drop: ({ facts }) => dropSubscription(facts),

  alter: alterSubscription,
});

/** One that is to run is made with its slot and filled; one that isn't doesn't reach for its publisher. */
function createSubscription({ facts, notes }: Subscription): readonly Statement[] {
  const runs = facts.enabled && facts.slot !== null;
  const options = [
    ...(runs ? [] : ['connect = false']),
    ...(facts.slot === facts.name ? [] : [`slot_name = ${facts.slot === null ? 'NONE' : literal(facts.slot)}`]),
    ...Object.entries(facts.options).map(([name, value]) => `${name} = ${literal(value)}`),
  ];
  const sql = [
    `CREATE SUBSCRIPTION ${identifier(facts.name)}`,
    `CONNECTION ${literal(facts.connection ?? unknownConnection)}`,
    `PUBLICATION ${facts.publications.map(identifier).join(', ')}`,
    ...(options.length === 0 ? [] : [`WITH (${options.join(', ')})`]),
  ].join('\n  ');
  const comment = [
    ...toFillIn(facts, notes?.secrets),
    ...(runs ? ['It reaches for its publisher, makes the slot there and copies the rows.'] : [notRunning(facts)]),
  ].join('\n');
  return [statement(sql, { run: runs ? 'outside' : 'together', comment })];
}

function notRunning({ name, slot }: SubscriptionFacts): string {
  const first = slot === null ? `SET (slot_name = '…')` : 'ENABLE';
  return `It doesn't run yet. When its publisher has a slot for it: ALTER SUBSCRIPTION ${identifier(name)} ${first}`;
}

/** Only one that runs reaches for its publisher, to drop the slot there. */
function dropSubscription({ name, slot, enabled }: SubscriptionFacts): readonly Statement[] {
  const phrase = `SUBSCRIPTION ${identifier(name)}`;
  if (slot === null) return [statement(`DROP ${phrase}`)];
  if (enabled) {
    return [
      statement(`DROP ${phrase}`, {
        run: 'outside',
        comment: 'It reaches for its publisher, and drops the slot there.',
      }),
    ];
  }
  const comment = `Its publisher keeps the slot, and all changes for it: SELECT pg_drop_replication_slot(${literal(slot)}) there.`;
  return [statement(`ALTER ${phrase} SET (slot_name = NONE)`, { comment }), statement(`DROP ${phrase}`)];
}
