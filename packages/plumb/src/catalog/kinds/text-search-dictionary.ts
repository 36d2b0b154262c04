import { objectId, qualified } from '../identifier.ts';
import { defineKind } from '../kind.ts';
import { renamingBySchema } from '../renaming-by-schema.ts';
import { statement } from '../statement.ts';
import { userSchema } from '../user-schema.ts';

export type TextSearchDictionaryFacts = {
  readonly schema: string;
  readonly name: string;
  readonly template: string;
  /** Values by name, both as they are written in SQL. */
  readonly options: Readonly<Record<string, string>>;
};

function textSearchDictionaryId(schema: string, name: string): string {
  return objectId('text-search-dictionary', [schema, name]);
}

export default defineKind<TextSearchDictionaryFacts>({
  id: 'text-search-dictionary',
  rank: 36,
  catalog: 'pg_ts_dict',

  renaming: renamingBySchema(
    'TEXT SEARCH DICTIONARY',
    (catalog, schema, name) => !catalog.objects.has(textSearchDictionaryId(schema, name)),
  ),

  async read(reader) {
    const rows = await reader.rows<
      Omit<TextSearchDictionaryFacts, 'options'> & { oid: number; options: string | null }
    >(`
      select
        d.oid,
        n.nspname as schema,
        d.dictname as name,
        pg_catalog.format('%I.%I', tn.nspname, t.tmplname) as template,
        d.dictinitoption as options
      from pg_catalog.pg_ts_dict as d
      join pg_catalog.pg_namespace as n on n.oid = d.dictnamespace
      join pg_catalog.pg_ts_template as t on t.oid = d.dicttemplate
      join pg_catalog.pg_namespace as tn on tn.oid = t.tmplnamespace
      where ${userSchema('n')}
      order by n.nspname, d.dictname
    `);
    for (const { oid, options, ...row } of rows) {
      const id = textSearchDictionaryId(row.schema, row.name);
      const facts = { ...row, options: parseOptions(options ?? '') };
      reader.add({ id, kind: 'text-search-dictionary', parent: null, facts }, { catalog: 'pg_ts_dict', oid });
    }
  },

  phrase: ({ facts }) => `TEXT SEARCH DICTIONARY ${nameOf(facts)}`,

  create({ facts }) {
    const options = [`TEMPLATE = ${facts.template}`, ...entries(facts.options)];
    return [statement(`CREATE TEXT SEARCH DICTIONARY ${nameOf(facts)} (\n  ${options.join(',\n  ')}\n)`)];
  },

  drop: ({ facts }) => [statement(`DROP TEXT SEARCH DICTIONARY ${nameOf(facts)}`)],

  alter(from, { facts: to }) {
    if (from.facts.template !== to.template) {
      return { replace: "PostgreSQL can't change the template of a text search dictionary" };
    }
    const before = from.facts.options;
    const removed = Object.keys(before).filter((name) => !(name in to.options));
    const changed = Object.entries(to.options).filter(([name, value]) => before[name] !== value);
    const options = [...removed, ...entries(Object.fromEntries(changed))];
    const sql = `ALTER TEXT SEARCH DICTIONARY ${nameOf(to)} (${options.join(', ')})`;
    return { statements: options.length === 0 ? [] : [statement(sql)] };
  },
});

function nameOf({ schema, name }: TextSearchDictionaryFacts): string {
  return qualified(schema, name);
}

/** `language = 'english', stopwords = 'english'`, as PostgreSQL keeps them. */
function parseOptions(text: string): Readonly<Record<string, string>> {
  const options = text.matchAll(/("(?:[^"]|"")+"|[^\s,="]+) = (E'(?:[^'\\]|''|\\.)*'|'(?:[^']|'')*'|[^,]+)/gs);
  return Object.fromEntries([...options].map(([, name = '', value = '']) => [name, value]));
}

function entries(options: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(options).map(([name, value]) => `${name} = ${value}`);
}
