import { identifier, literal, objectId } from '../identifier.ts';
import { defineKind } from '../kind.ts';
import { type Statement, statement } from '../statement.ts';
import { type Firing, firingClause, firings } from './trigger/firing.ts';

export type EventTriggerFacts = {
  readonly name: string;
  readonly event: string;
  /** The commands it fires for; none for all. */
  readonly tags: readonly string[];
  /** Qualified. */
  readonly function: string;
  readonly firing: Firing;
};

function eventTriggerId(name: string): string {
  return objectId('event-trigger', [name]);
}

export default defineKind<EventTriggerFacts>({
  id: 'event-trigger',
  rank: 98,
  catalog: 'pg_event_trigger',

  async read(reader) {
    const rows = await reader.rows<Row>(sql);
    for (const { oid, tags, firing, ...row } of rows) {
      const id = eventTriggerId(row.name);
      const facts: EventTriggerFacts = { ...row, tags: tags ?? [], firing: firings.get(firing) ?? 'origin' };
      reader.add({ id, kind: 'event-trigger', parent: null, facts }, { catalog: 'pg_event_trigger', oid });
    }
  },

  phrase: ({ facts }) => `EVENT TRIGGER ${identifier(facts.name)}`,

  create: ({ facts }) => [define(facts), ...setFiring('origin', facts)],

  drop: ({ facts }) => [statement(`DROP EVENT TRIGGER ${identifier(facts.name)}`)],

  alter({ facts: from }, { facts: to }) {
    const isSame = JSON.stringify({ ...from, firing: null }) === JSON.stringify({ ...to, firing: null });
    return isSame
      ? { statements: setFiring(from.firing, to) }
      : { replace: 'PostgreSQL can only enable, disable and rename an event trigger' };
  },
});

function define(facts: EventTriggerFacts): Statement {
  const sql = [
    `CREATE EVENT TRIGGER ${identifier(facts.name)} ON ${identifier(facts.event)}`,
    ...(facts.tags.length === 0 ? [] : [`  WHEN TAG IN (${facts.tags.map(literal).join(', ')})`]),
    `  EXECUTE FUNCTION ${facts.function}()`,
  ];
  return statement(sql.join('\n'));
}

function setFiring(from: Firing, to: EventTriggerFacts): readonly Statement[] {
  if (from === to.firing) return [];
  return [statement(`ALTER EVENT TRIGGER ${identifier(to.name)} ${firingClause(to.firing)}`)];
}

interface Row {
  readonly oid: number;
  readonly name: string;
  readonly event: string;
  readonly tags: string[] | null;
  readonly function: string;
  readonly firing: string;
}

const sql = `
  select
    e.oid,
    e.evtname as name,
    rtrim(e.evtevent) as event,
    e.evttags as tags,
    format('%I.%I', n.nspname, p.proname) as function,
    e.evtenabled as firing
  from pg_catalog.pg_event_trigger as e
  join pg_catalog.pg_proc as p on p.oid = e.evtfoid
  join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
  order by e.evtname
`;
