import { objectId, qualified } from '../identifier.ts';
import { defineKind } from '../kind.ts';
import { statement } from '../statement.ts';
import { userSchema } from '../user-schema.ts';

/** Functions by their names. */
export type TextSearchTemplateFacts = {
  readonly schema: string;
  readonly name: string;
  readonly init: string | null;
  readonly lexize: string;
};

function textSearchTemplateId(schema: string, name: string): string {
  return objectId('text-search-template', [schema, name]);
}

export default defineKind<TextSearchTemplateFacts>({
  id: 'text-search-template',
  rank: 34,
  catalog: 'pg_ts_template',

  async read(reader) {
    const rows = await reader.rows<TextSearchTemplateFacts & { oid: number }>(`
      select
        t.oid,
        n.nspname as schema,
        t.tmplname as name,
        nullif(t.tmplinit, 0)::regproc::text as init,
        t.tmpllexize::regproc::text as lexize
      from pg_catalog.pg_ts_template as t
      join pg_catalog.pg_namespace as n on n.oid = t.tmplnamespace
      where ${userSchema('n')}
      order by n.nspname, t.tmplname
    `);
    for (const { oid, ...facts } of rows) {
      const id = textSearchTemplateId(facts.schema, facts.name);
      reader.add({ id, kind: 'text-search-template', parent: null, facts }, { catalog: 'pg_ts_template', oid });
    }
  },

  phrase: ({ facts }) => `TEXT SEARCH TEMPLATE ${nameOf(facts)}`,

  create({ facts }) {
    const options = [...(facts.init === null ? [] : [`INIT = ${facts.init}`]), `LEXIZE = ${facts.lexize}`];
    return [statement(`CREATE TEXT SEARCH TEMPLATE ${nameOf(facts)} (${options.join(', ')})`)];
  },

  drop: ({ facts }) => [statement(`DROP TEXT SEARCH TEMPLATE ${nameOf(facts)}`)],

  alter: () => ({ replace: 'PostgreSQL has no ALTER for what a text search template is made of' }),
});

function nameOf({ schema, name }: TextSearchTemplateFacts): string {
  return qualified(schema, name);
}
