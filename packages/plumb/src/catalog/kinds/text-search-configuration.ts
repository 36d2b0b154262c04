import { identifier, objectId, qualified } from '../identifier.ts';
import { defineKind } from '../kind.ts';
import { renamingBySchema } from '../renaming-by-schema.ts';
import { type Statement, statement } from '../statement.ts';
import { userSchema } from '../user-schema.ts';

export type TextSearchConfigurationFacts = {
  readonly schema: string;
  readonly name: string;
  readonly parser: string;
  /** The dictionaries that are asked, in their order, by the type of token. */
  readonly mappings: Readonly<Record<string, readonly string[]>>;
};

function textSearchConfigurationId(schema: string, name: string): string {
  return objectId('text-search-configuration', [schema, name]);
}

export default defineKind<TextSearchConfigurationFacts>({
  id: 'text-search-configuration',
  rank: 38,
  catalog: 'pg_ts_config',

  renaming: renamingBySchema(
    'TEXT SEARCH CONFIGURATION',
    (catalog, schema, name) => !catalog.objects.has(textSearchConfigurationId(schema, name)),
  ),

  async read(reader) {
    const rows = await reader.rows<TextSearchConfigurationFacts & { oid: number }>(`
      select
        c.oid,
        n.nspname as schema,
        c.cfgname as name,
        pg_catalog.format('%I.%I', pn.nspname, p.prsname) as parser,
        coalesce(m.mappings, '{}') as mappings
      from pg_catalog.pg_ts_config as c
      join pg_catalog.pg_namespace as n on n.oid = c.cfgnamespace
      join pg_catalog.pg_ts_parser as p on p.oid = c.cfgparser
      join pg_catalog.pg_namespace as pn on pn.oid = p.prsnamespace
      left join lateral (
        select pg_catalog.json_object_agg(m.token, m.dictionaries) as mappings
        from (
          select
            t.alias as token,
            pg_catalog.json_agg(pg_catalog.format('%I.%I', dn.nspname, d.dictname) order by m.mapseqno) as dictionaries
          from pg_catalog.pg_ts_config_map as m
          join pg_catalog.ts_token_type(c.cfgparser) as t on t.tokid = m.maptokentype
          join pg_catalog.pg_ts_dict as d on d.oid = m.mapdict
          join pg_catalog.pg_namespace as dn on dn.oid = d.dictnamespace
          where m.mapcfg = c.oid
          group by t.alias
        ) as m
      ) as m on true
      where ${userSchema('n')}
      order by n.nspname, c.cfgname
    `);
    for (const { oid, ...facts } of rows) {
      const id = textSearchConfigurationId(facts.schema, facts.name);
      reader.add({ id, kind: 'text-search-configuration', parent: null, facts }, { catalog: 'pg_ts_config', oid });
      reader.name(facts.name, id);
    }
  },

  phrase: ({ facts }) => `TEXT SEARCH CONFIGURATION ${nameOf(facts)}`,

  create: ({ facts }) => [
    statement(`CREATE TEXT SEARCH CONFIGURATION ${nameOf(facts)} (PARSER = ${facts.parser})`),
    ...mappingStatements(facts, 'ADD', Object.keys(facts.mappings)),
  ],

  drop: ({ facts }) => [statement(`DROP TEXT SEARCH CONFIGURATION ${nameOf(facts)}`)],

  alter({ facts: from }, { facts: to }) {
    if (from.parser !== to.parser) {
      return { replace: "PostgreSQL can't change the parser of a text search configuration" };
    }
    const tokens = Object.keys(to.mappings);
    const removed = Object.keys(from.mappings).filter((token) => !(token in to.mappings));
    const added = tokens.filter((token) => !(token in from.mappings));
    const changed = tokens.filter((token) => {
      const before = from.mappings[token];
      return before !== undefined && before.join() !== to.mappings[token]?.join();
    });
    const statements = [
      ...(removed.length === 0
        ? []
        : [statement(`ALTER TEXT SEARCH CONFIGURATION ${nameOf(to)} DROP MAPPING FOR ${tokenList(removed)}`)]),
      ...mappingStatements(to, 'ALTER', changed),
      ...mappingStatements(to, 'ADD', added),
    ];
    const [first, ...others] = statements;
    if (first === undefined) return { statements };
    return { statements: [{ ...first, hazards: [staleValues(to)] }, ...others] };
  },
});

function nameOf({ schema, name }: TextSearchConfigurationFacts): string {
  return qualified(schema, name);
}

function tokenList(tokens: readonly string[]): string {
  return tokens.toSorted().map(identifier).join(', ');
}

/** One statement for all types of token that are mapped alike. */
function mappingStatements(
  facts: TextSearchConfigurationFacts,
  verb: 'ADD' | 'ALTER',
  tokens: readonly string[],
): readonly Statement[] {
  const alike = new Map<string, string[]>();
  for (const token of tokens.toSorted()) {
    const dictionaries = (facts.mappings[token] ?? []).join(', ');
    alike.set(dictionaries, [...(alike.get(dictionaries) ?? []), token]);
  }
  return [...alike].map(([dictionaries, mapped]) =>
    statement(
      `ALTER TEXT SEARCH CONFIGURATION ${nameOf(facts)}\n  ${verb} MAPPING FOR ${tokenList(mapped)}\n  WITH ${dictionaries}`,
    ),
  );
}

function staleValues(facts: TextSearchConfigurationFacts): Statement['hazards'][number] {
  return {
    kind: 'stale-values',
    message: `What indexes and columns hold by the text search configuration ${nameOf(facts)} is not computed again.`,
    objects: [nameOf(facts)],
  };
}
