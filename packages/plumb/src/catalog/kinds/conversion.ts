import { literal, objectId, qualified } from '../identifier.ts';
import { defineKind } from '../kind.ts';
import { statement } from '../statement.ts';
import { userSchema } from '../user-schema.ts';

export type ConversionFacts = {
  readonly schema: string;
  readonly name: string;
  readonly source: string;
  readonly target: string;
  readonly function: string;
  readonly default: boolean;
};

function conversionId(schema: string, name: string): string {
  return objectId('conversion', [schema, name]);
}

export default defineKind<ConversionFacts>({
  id: 'conversion',
  rank: 77,
  catalog: 'pg_conversion',

  async read(reader) {
    const rows = await reader.rows<ConversionFacts & { oid: number }>(`
      select
        c.oid,
        n.nspname as schema,
        c.conname as name,
        pg_catalog.pg_encoding_to_char(c.conforencoding)::text as source,
        pg_catalog.pg_encoding_to_char(c.contoencoding)::text as target,
        c.conproc::regproc::text as function,
        c.condefault as default
      from pg_catalog.pg_conversion as c
      join pg_catalog.pg_namespace as n on n.oid = c.connamespace
      where ${userSchema('n')}
      order by n.nspname, c.conname
    `);
    for (const { oid, ...facts } of rows) {
      const id = conversionId(facts.schema, facts.name);
      reader.add({ id, kind: 'conversion', parent: null, facts }, { catalog: 'pg_conversion', oid });
    }
  },

  phrase: ({ facts }) => `CONVERSION ${nameOf(facts)}`,

  /** A schema has one default for a pair of encodings. */
  occupies: ({ facts }) =>
    facts.default ? [`default conversion of ${facts.schema} from ${facts.source} to ${facts.target}`] : [],

  create: ({ facts }) => [
    statement(
      `CREATE ${facts.default ? 'DEFAULT ' : ''}CONVERSION ${nameOf(facts)} ` +
        `FOR ${literal(facts.source)} TO ${literal(facts.target)} FROM ${facts.function}`,
    ),
  ],

  drop: ({ facts }) => [statement(`DROP CONVERSION ${nameOf(facts)}`)],

  alter: () => ({ replace: 'PostgreSQL has no ALTER for what a conversion is made of' }),
});

function nameOf({ schema, name }: ConversionFacts): string {
  return qualified(schema, name);
}
