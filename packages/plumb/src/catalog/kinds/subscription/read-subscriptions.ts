import { identifier } from '../../identifier.ts';
import type { Reader } from '../../reader.ts';
import { withoutSecrets } from './connection-text.ts';
import { optionDefaults, type SubscriptionFacts, subscriptionId, unknownConnection } from './subscription-facts.ts';

interface Row {
  readonly oid: number;
  readonly name: string;
  readonly connection: string | null;
  readonly publications: string[];
  readonly enabled: boolean;
  readonly slot: string | null;
  readonly options: Readonly<Record<string, string>>;
}

export async function readSubscriptions(reader: Reader): Promise<void> {
  const [right] = await reader.rows<{ readable: boolean }>(`
    select has_column_privilege('pg_catalog.pg_subscription', 'subconninfo', 'select') as readable
  `);
  const defaults = optionDefaults(reader.major);
  for (const row of await reader.rows<Row>(sql(reader.major, right?.readable === true))) {
    const { oid, name, publications, enabled, slot } = row;
    const known =
      row.connection === null || row.connection === unknownConnection ? null : withoutSecrets(row.connection);
    if (row.connection === null) reader.leave('connection of subscriptions', identifier(name));
    const facts: SubscriptionFacts = {
      name,
      connection: known?.text ?? null,
      publications,
      enabled,
      slot,
      options: Object.fromEntries(Object.entries(row.options).filter(([option, value]) => defaults[option] !== value)),
    };
    const notes = known?.hadSecrets ? { secrets: ['password'] } : {};
    reader.add(
      { id: subscriptionId(name), kind: 'subscription', parent: null, facts, notes },
      { catalog: 'pg_subscription', oid },
    );
  }
}

function sql(major: number, readable: boolean): string {
  const streaming =
    major < 16
      ? `case when s.substream then 'on' else 'off' end`
      : `case s.substream when 't' then 'on' when 'p' then 'parallel' else 'off' end`;
  const options = [
    `'binary', s.subbinary::text`,
    `'streaming', ${streaming}`,
    `'synchronous_commit', s.subsynccommit`,
    ...(major < 15
      ? []
      : [`'two_phase', (s.subtwophasestate <> 'd')::text`, `'disable_on_error', s.subdisableonerr::text`]),
    ...(major < 16
      ? []
      : [
          `'password_required', s.subpasswordrequired::text`,
          `'run_as_owner', s.subrunasowner::text`,
          `'origin', s.suborigin`,
        ]),
    ...(major < 17 ? [] : [`'failover', s.subfailover::text`]),
  ];
  return `
    select
      s.oid,
      s.subname as name,
      ${readable ? 's.subconninfo' : 'null::text'} as connection,
      s.subpublications as publications,
      s.subenabled as enabled,
      s.subslotname as slot,
      json_build_object(${options.join(', ')}) as options
    from pg_catalog.pg_subscription as s
    where s.subdbid = (select d.oid from pg_catalog.pg_database as d where d.datname = current_database())
    order by s.subname
  `;
}
