import { identifier, literal } from '../../identifier.ts';
import type { Alteration, Context, Replacement } from '../../kind.ts';
import { type Statement, statement } from '../../statement.ts';
import {
  optionDefaults,
  type Subscription,
  type SubscriptionFacts,
  toFillIn,
  unknownConnection,
} from './subscription-facts.ts';

/** Only changed while it rests: they concern the slot. */
const restful = ['two_phase', 'failover'];

export function alterSubscription(from: Subscription, to: Subscription, context: Context): Alteration | Replacement {
  const changed = changedOptions(from.facts, to.facts, context.major);
  if (context.major < 18 && 'two_phase' in changed) {
    return { replace: 'PostgreSQL can change two_phase only since 18' };
  }
  const slotless = from.facts.slot === null || to.facts.slot === null;
  if (slotless && restful.some((option) => option in changed)) {
    return { replace: "PostgreSQL can't change what concerns the slot of a subscription that has none" };
  }
  const alter = `ALTER SUBSCRIPTION ${identifier(to.facts.name)}`;
  const needsRest =
    from.facts.slot !== to.facts.slot || Object.keys(changed).some((option) => restful.includes(option));
  const rests = from.facts.enabled && (!to.facts.enabled || needsRest);
  const wakes = to.facts.enabled && (!from.facts.enabled || needsRest);
  return {
    statements: [
      ...(rests ? [statement(`${alter} DISABLE`)] : []),
      ...connectionChange(from, to, alter),
      ...optionChange(from.facts, to.facts, changed, alter),
      ...publicationChange(from.facts, to.facts, alter),
      ...(wakes ? [statement(`${alter} ENABLE`)] : []),
    ],
  };
}

function changedOptions(from: SubscriptionFacts, to: SubscriptionFacts, major: number): Record<string, string> {
  const defaults = optionDefaults(major);
  const options = Object.keys({ ...from.options, ...to.options }).filter(
    (option) => from.options[option] !== to.options[option],
  );
  return Object.fromEntries(options.map((option) => [option, to.options[option] ?? defaults[option] ?? 'false']));
}

function connectionChange(from: Subscription, to: Subscription, alter: string): readonly Statement[] {
  if (from.facts.connection === to.facts.connection) return [];
  const secrets = to.notes?.secrets ?? from.notes?.secrets;
  const fillIn = toFillIn(to.facts, secrets);
  const name = identifier(to.facts.name);
  return [
    statement(`${alter} CONNECTION ${literal(to.facts.connection ?? unknownConnection)}`, {
      ...(fillIn.length > 0 && { comment: fillIn.join('\n') }),
      hazards: [
        {
          kind: 'object-unavailable',
          message: `The subscription ${name} takes its rows from elsewhere.`,
          objects: [name],
        },
      ],
    }),
  ];
}

/** What concerns the slot reaches for the publisher, which PostgreSQL does in no transaction. */
function optionChange(
  from: SubscriptionFacts,
  to: SubscriptionFacts,
  changed: Readonly<Record<string, string>>,
  alter: string,
): readonly Statement[] {
  const slot = from.slot === to.slot ? [] : [`slot_name = ${to.slot === null ? 'NONE' : literal(to.slot)}`];
  const options = Object.entries(changed).map(([option, value]) => ({ option, sql: `${option} = ${literal(value)}` }));
  const plain = [...slot, ...options.filter(({ option }) => !restful.includes(option)).map(({ sql }) => sql)];
  return [
    ...(plain.length === 0 ? [] : [statement(`${alter} SET (${plain.join(', ')})`)]),
    ...options
      .filter(({ option }) => restful.includes(option))
      .map(({ sql }) => statement(`${alter} SET (${sql})`, { run: 'outside' })),
  ];
}

function publicationChange(from: SubscriptionFacts, to: SubscriptionFacts, alter: string): readonly Statement[] {
  if (from.publications.join('\n') === to.publications.join('\n')) return [];
  const sql = `${alter} SET PUBLICATION ${to.publications.map(identifier).join(', ')} WITH (refresh = false)`;
  const comment = `It takes rows of what is new only after ${alter} REFRESH PUBLICATION, which reaches for its publisher.`;
  return [statement(sql, { comment })];
}
