import type { CatalogObject } from '../../catalog-object.ts';
import { identifier, literal } from '../../identifier.ts';
import { type Context, defineKind } from '../../kind.ts';
import { type Statement, statement } from '../../statement.ts';
import {
  isPublicationSchema,
  isPublicationTable,
  type PublicationFacts,
  publicationId,
  publishable,
  tableClause,
  unidentified,
} from './publication-facts.ts';

export default defineKind<PublicationFacts>({
  id: 'publication',
  rank: 100,
  catalog: 'pg_publication',
  onlyWhereStated: true,

  async read(reader) {
    const rows = await reader.rows<PublicationFacts & { oid: number }>(`
      select
        p.oid,
        p.pubname as name,
        p.puballtables as "allTables",
        array_remove(array[
          case when p.pubinsert then 'insert' end,
          case when p.pubupdate then 'update' end,
          case when p.pubdelete then 'delete' end,
          case when p.pubtruncate then 'truncate' end
        ], null) as publish,
        p.pubviaroot as "viaRoot",
        ${reader.major >= 18 ? `p.pubgencols = 's'` : 'false'} as "generatedColumns"
      from pg_catalog.pg_publication as p
      order by p.pubname
    `);
    for (const { oid, ...facts } of rows) {
      reader.add(
        { id: publicationId(facts.name), kind: 'publication', parent: null, facts },
        { catalog: 'pg_publication', oid },
      );
    }
  },

  phrase: ({ facts }) => phraseOf(facts),

  create(object, context, parts) {
    const { facts } = object;
    const tables = parts.filter(isPublicationTable);
    const what = facts.allTables
      ? ['ALL TABLES']
      : [
          ...tables.map((table, at) => `${at === 0 ? 'TABLE ' : ''}${tableClause(table)}`),
          ...parts.filter(isPublicationSchema).map((each) => `TABLES IN SCHEMA ${identifier(each.facts.schema)}`),
        ];
    const options = optionClauses(newborn, facts);
    const lines = [
      `CREATE ${phraseOf(facts)}`,
      ...(what.length === 0 ? [] : [`FOR ${what.join(',\n    ')}`]),
      ...(options.length === 0 ? [] : [`WITH (${options.join(', ')})`]),
    ];
    const staying = tables.filter(({ facts: { schema, table } }) => isInUse(schema, table, context));
    const hazards = staying.flatMap((table) => unidentified(table, facts.publish));
    return [statement(lines.join('\n  '), { hazards })];
  },

  drop: (object, context) => [statement(`DROP ${phraseOf(object.facts)}`, { hazards: losing(object, context) })],

  alter({ facts: from }, { facts: to }) {
    if (from.allTables !== to.allTables) {
      return { replace: "PostgreSQL can't make a publication of all tables of another, nor the other way round" };
    }
    return { statements: [statement(`ALTER ${phraseOf(to)} SET (${optionClauses(from, to).join(', ')})`)] };
  },
});

function phraseOf({ name }: PublicationFacts): string {
  return `PUBLICATION ${identifier(name)}`;
}

type Options = Pick<PublicationFacts, 'publish' | 'viaRoot' | 'generatedColumns'>;

/** As PostgreSQL makes one of which nothing is said. */
const newborn: Options = { publish: publishable, viaRoot: false, generatedColumns: false };

function optionClauses(from: Options, to: Options): readonly string[] {
  const publish = to.publish.join(', ');
  return [
    ...(from.publish.join(', ') === publish ? [] : [`publish = ${literal(publish)}`]),
    ...(from.viaRoot === to.viaRoot ? [] : [`publish_via_partition_root = ${to.viaRoot}`]),
    ...(from.generatedColumns === to.generatedColumns
      ? []
      : [`publish_generated_columns = ${to.generatedColumns ? 'stored' : 'none'}`]),
  ];
}

function isInUse(schema: string, table: string, { from, stays }: Context): boolean {
  return ['table', 'foreign-table'].some((kind) => {
    const id = `${kind} ${identifier(schema)}.${identifier(table)}`;
    return from.objects.has(id) && stays(id);
  });
}

function losing({ id, facts }: CatalogObject<PublicationFacts>, { to }: Context): Statement['hazards'] {
  const again = to.objects.has(id) ? ' until it is made anew' : '';
  return [
    {
      kind: 'object-unavailable',
      message: `Subscriptions to the publication ${facts.name} fail${again}.`,
      objects: [identifier(facts.name)],
    },
  ];
}
