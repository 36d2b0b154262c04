import { objectId, qualified } from '../identifier.ts';
import { defineKind } from '../kind.ts';
import { statement } from '../statement.ts';
import { userSchema } from '../user-schema.ts';

/** Functions by their names. */
export type TextSearchParserFacts = {
  readonly schema: string;
  readonly name: string;
  readonly start: string;
  readonly token: string;
  readonly end: string;
  readonly headline: string | null;
  readonly types: string;
};

function textSearchParserId(schema: string, name: string): string {
  return objectId('text-search-parser', [schema, name]);
}

export default defineKind<TextSearchParserFacts>({
  id: 'text-search-parser',
  rank: 32,
  catalog: 'pg_ts_parser',

  async read(reader) {
    const rows = await reader.rows<TextSearchParserFacts & { oid: number }>(`
      select
        p.oid,
        n.nspname as schema,
        p.prsname as name,
        p.prsstart::regproc::text as start,
        p.prstoken::regproc::text as token,
        p.prsend::regproc::text as end,
        nullif(p.prsheadline, 0)::regproc::text as headline,
        p.prslextype::regproc::text as types
      from pg_catalog.pg_ts_parser as p
      join pg_catalog.pg_namespace as n on n.oid = p.prsnamespace
      where ${userSchema('n')}
      order by n.nspname, p.prsname
    `);
    for (const { oid, ...facts } of rows) {
      const id = textSearchParserId(facts.schema, facts.name);
      reader.add({ id, kind: 'text-search-parser', parent: null, facts }, { catalog: 'pg_ts_parser', oid });
    }
  },

  phrase: ({ facts }) => `TEXT SEARCH PARSER ${nameOf(facts)}`,

  create({ facts }) {
    const options = [
      `START = ${facts.start}`,
      `GETTOKEN = ${facts.token}`,
      `END = ${facts.end}`,
      ...(facts.headline === null ? [] : [`HEADLINE = ${facts.headline}`]),
      `LEXTYPES = ${facts.types}`,
    ];
    return [statement(`CREATE TEXT SEARCH PARSER ${nameOf(facts)} (\n  ${options.join(',\n  ')}\n)`)];
  },

  drop: ({ facts }) => [statement(`DROP TEXT SEARCH PARSER ${nameOf(facts)}`)],

  alter: () => ({ replace: 'PostgreSQL has no ALTER for what a text search parser is made of' }),
});

function nameOf({ schema, name }: TextSearchParserFacts): string {
  return qualified(schema, name);
}
