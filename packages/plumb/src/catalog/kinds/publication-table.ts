import { identifier } from '../identifier.ts';
import { type Context, defineKind } from '../kind.ts';
import { type Hazard, statement } from '../statement.ts';
import {
  isPublication,
  type PublicationTable,
  type PublicationTableFacts,
  publicationId,
  publicationTableId,
  tableClause,
  tableName,
  unidentified,
} from './publication/publication-facts.ts';

export default defineKind<PublicationTableFacts>({
  id: 'publication-table',
  rank: 101,
  catalog: 'pg_publication',
  onlyWhereStated: 'publication',

  async read(reader) {
    const rows = await reader.rows<
      PublicationTableFacts & { readonly oid: number; readonly has_children: boolean; readonly has_identity: boolean }
    >(sql(reader.major));
    for (const { oid, has_children, has_identity, ...facts } of rows) {
      reader.add(
        {
          id: publicationTableId(facts.publication, facts.schema, facts.table),
          kind: 'publication-table',
          parent: publicationId(facts.publication),
          facts,
          notes: { hasChildren: has_children, hasIdentity: has_identity },
        },
        { catalog: 'pg_publication_rel', oid },
      );
    }
  },

  phrase: (object) => `TABLE ${tableName(object)} OF PUBLICATION ${identifier(object.facts.publication)}`,

  folds: () => true,

  create: (object, context) => [
    statement(`${alter(object)} ADD TABLE ${tableClause(object)}`, { hazards: hazardsOf(object, context) }),
  ],

  drop: (object) => [statement(`${alter(object)} DROP TABLE ${tableName(object)}`)],

  alter: (from, to) => ({
    statements: [
      statement(`${alter(from)} DROP TABLE ${tableName(from)}`),
      statement(`${alter(to)} ADD TABLE ${tableClause(to)}`),
    ],
  }),
});

function alter({ facts }: PublicationTable): string {
  return `ALTER PUBLICATION ${identifier(facts.publication)}`;
}

function hazardsOf(object: PublicationTable, { to, stays }: Context): readonly Hazard[] {
  const table = [...(to.needs.get(object.id) ?? [])].find((id) => /^(foreign-)?table /.test(id));
  if (table === undefined || !stays(table)) return [];
  const publication = to.objects.get(publicationId(object.facts.publication));
  return publication && isPublication(publication) ? unidentified(object, publication.facts.publish) : [];
}

/** PostgreSQL 14 publishes only whole tables. */
function sql(major: number): string {
  const parts =
    major < 15
      ? 'null::text[] as columns, null::text as "where"'
      : `
        case when r.prattrs is not null then array(
          select a.attname::text
          from pg_catalog.pg_attribute as a
          where a.attrelid = r.prrelid and a.attnum = any(r.prattrs)
          order by a.attname
        ) end as columns,
        pg_get_expr(r.prqual, r.prrelid) as "where"
      `;
  return `
    select
      r.oid,
      p.pubname as publication,
      n.nspname as schema,
      c.relname as "table",
      ${parts},
      c.relkind <> 'p' and exists (
        select from pg_catalog.pg_inherits as i where i.inhparent = c.oid
      ) as has_children,
      c.relreplident in ('f', 'i') or c.relkind = 'p' or c.relreplident = 'd' and exists (
        select from pg_catalog.pg_index as i where i.indrelid = c.oid and i.indisprimary
      ) as has_identity
    from pg_catalog.pg_publication_rel as r
    join pg_catalog.pg_publication as p on p.oid = r.prpubid
    join pg_catalog.pg_class as c on c.oid = r.prrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    order by p.pubname, n.nspname, c.relname
  `;
}
