import { identifier, literal, objectId, qualified } from '../identifier.ts';
import { defineKind } from '../kind.ts';
import { renamingBySchema } from '../renaming-by-schema.ts';
import { statement } from '../statement.ts';
import { userSchema } from '../user-schema.ts';

export type CollationFacts = {
  readonly schema: string;
  readonly name: string;
  readonly provider: 'libc' | 'icu' | 'builtin';
  /** Of ICU and of PostgreSQL's own provider. */
  readonly locale: string | null;
  /** Of libc. */
  readonly collate: string | null;
  readonly ctype: string | null;
  readonly deterministic: boolean;
  readonly rules: string | null;
};

function collationId(schema: string, name: string): string {
  return objectId('collation', [schema, name]);
}

export default defineKind<CollationFacts>({
  id: 'collation',
  rank: 30,
  catalog: 'pg_collation',

  renaming: renamingBySchema('COLLATION', (catalog, schema, name) => !catalog.objects.has(collationId(schema, name))),

  async read(reader) {
    const { major } = reader;
    // before 15 an ICU locale stood where libc's does
    const locale = major >= 17 ? 'c.colllocale' : major >= 15 ? 'c.colliculocale' : 'c.collcollate';
    const rows = await reader.rows<CollationFacts & { oid: number }>(`
      select
        c.oid,
        n.nspname as schema,
        c.collname as name,
        case c.collprovider when 'i' then 'icu' when 'b' then 'builtin' else 'libc' end as provider,
        case when c.collprovider in ('i', 'b') then ${locale}::text end as locale,
        case when c.collprovider = 'c' then c.collcollate::text end as collate,
        case when c.collprovider = 'c' then c.collctype::text end as ctype,
        c.collisdeterministic as deterministic,
        ${major >= 16 ? 'c.collicurules' : 'null'} as rules
      from pg_catalog.pg_collation as c
      join pg_catalog.pg_namespace as n on n.oid = c.collnamespace
      where ${userSchema('n')}
      order by n.nspname, c.collname
    `);
    for (const { oid, ...facts } of rows) {
      const id = collationId(facts.schema, facts.name);
      reader.add({ id, kind: 'collation', parent: null, facts }, { catalog: 'pg_collation', oid });
      reader.name(facts.name, id);
    }
  },

  phrase: ({ facts }) => `COLLATION ${nameOf(facts)}`,

  occupies: ({ facts }) => [`collation ${nameOf(facts)}`],

  create({ facts }) {
    const options = [
      `PROVIDER = ${facts.provider}`,
      ...optionsOf(facts),
      ...(facts.deterministic ? [] : ['DETERMINISTIC = false']),
      ...(facts.rules === null ? [] : [`RULES = ${literal(facts.rules)}`]),
    ];
    return [statement(`CREATE COLLATION ${nameOf(facts)} (${options.join(', ')})`)];
  },

  drop: ({ facts }) => [statement(`DROP COLLATION ${nameOf(facts)}`)],

  alter: () => ({ replace: 'PostgreSQL has no ALTER for what a collation is made of' }),

  putAside: (object, context) => [
    statement(`ALTER COLLATION ${nameOf(object.facts)} RENAME TO ${identifier(context.asideName(object))}`),
  ],

  dropAside: (object, context) => [
    statement(`DROP COLLATION ${qualified(object.facts.schema, context.asideName(object))}`),
  ],
});

function nameOf({ schema, name }: CollationFacts): string {
  return qualified(schema, name);
}

function optionsOf({ locale, collate, ctype }: CollationFacts): readonly string[] {
  if (locale !== null) return [`LOCALE = ${literal(locale)}`];
  if (collate !== null && collate === ctype) return [`LOCALE = ${literal(collate)}`];
  return [
    ...(collate === null ? [] : [`LC_COLLATE = ${literal(collate)}`]),
    ...(ctype === null ? [] : [`LC_CTYPE = ${literal(ctype)}`]),
  ];
}
