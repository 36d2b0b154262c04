import { identifier } from '../identifier.ts';
import { defineKind } from '../kind.ts';
import { statement } from '../statement.ts';
import { type PublicationSchemaFacts, publicationId, publicationSchemaId } from './publication/publication-facts.ts';

export default defineKind<PublicationSchemaFacts>({
  id: 'publication-schema',
  rank: 102,
  catalog: 'pg_publication',
  onlyWhereStated: 'publication',

  /** PostgreSQL 14 has none. */
  async read(reader) {
    if (reader.major < 15) return;
    const rows = await reader.rows<PublicationSchemaFacts & { oid: number }>(`
      select
        m.oid,
        p.pubname as publication,
        n.nspname as schema
      from pg_catalog.pg_publication_namespace as m
      join pg_catalog.pg_publication as p on p.oid = m.pnpubid
      join pg_catalog.pg_namespace as n on n.oid = m.pnnspid
      order by p.pubname, n.nspname
    `);
    for (const { oid, ...facts } of rows) {
      reader.add(
        {
          id: publicationSchemaId(facts.publication, facts.schema),
          kind: 'publication-schema',
          parent: publicationId(facts.publication),
          facts,
        },
        { catalog: 'pg_publication_namespace', oid },
      );
    }
  },

  phrase: ({ facts }) => `${phraseOf(facts)} OF PUBLICATION ${identifier(facts.publication)}`,

  folds: () => true,

  create: ({ facts }) => [statement(`ALTER PUBLICATION ${identifier(facts.publication)} ADD ${phraseOf(facts)}`)],

  drop: ({ facts }) => [statement(`ALTER PUBLICATION ${identifier(facts.publication)} DROP ${phraseOf(facts)}`)],

  alter: () => ({ statements: [] }),
});

function phraseOf({ schema }: PublicationSchemaFacts): string {
  return `TABLES IN SCHEMA ${identifier(schema)}`;
}
