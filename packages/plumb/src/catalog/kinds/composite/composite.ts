import type { CatalogObject } from '../../catalog-object.ts';
import { identifier, objectId, qualified } from '../../identifier.ts';
import { type Context, defineKind } from '../../kind.ts';
import { typeRenaming } from '../../renaming-by-schema.ts';
import { type Hazard, statement } from '../../statement.ts';
import { isStored } from '../../stored-values.ts';
import { userSchema } from '../../user-schema.ts';
import { typeHazards } from '../column/type/effects.ts';
import { attributeChange, lossOf, typeClause } from './attribute-change.ts';
import { attributeClause, type CompositeFacts, compositeName } from './composite-facts.ts';
import { usersOf } from './users.ts';
import { createValueCast, dropValueCast, type Succession } from './value-cast.ts';

function compositeId(schema: string, name: string): string {
  return objectId('composite', [schema, name]);
}

export default defineKind<CompositeFacts>({
  id: 'composite',
  rank: 44,
  catalog: 'pg_class',
  where: "relkind = 'c'",

  renaming: typeRenaming('TYPE'),
  innerNames: {
    what: 'attribute',
    path: ({ facts }) => [facts.schema, facts.name],
    names: ({ facts }) => facts.attributes.map(({ name }) => name),
    areStored: ({ id }, catalog) => isStored(id, catalog),
    rename: (path, was, is) =>
      statement(`ALTER TYPE ${qualified(...path)} RENAME ATTRIBUTE ${identifier(was)} TO ${identifier(is)} CASCADE`),
  },

  async read(reader) {
    const rows = await reader.rows<CompositeFacts & { oid: number; relation: number }>(`
      select
        t.oid,
        c.oid as relation,
        n.nspname as schema,
        c.relname as name,
        coalesce(a.attributes, '[]') as attributes
      from pg_catalog.pg_class as c
      join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
      join pg_catalog.pg_type as t on t.oid = c.reltype
      left join lateral (
        select pg_catalog.json_agg(
          pg_catalog.json_build_object(
            'name', a.attname,
            'type', pg_catalog.format_type(a.atttypid, a.atttypmod),
            'collation', case when a.attcollation <> t.typcollation then a.attcollation::regcollation::text end
          )
          order by a.attnum
        ) as attributes
        from pg_catalog.pg_attribute as a
        join pg_catalog.pg_type as t on t.oid = a.atttypid
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      ) as a on true
      where c.relkind = 'c' and ${userSchema('n')}
      order by n.nspname, c.relname
    `);
    for (const { oid, relation, ...facts } of rows) {
      const id = compositeId(facts.schema, facts.name);
      const type = { catalog: 'pg_type', oid };
      reader.add({ id, kind: 'composite', parent: null, facts }, type, { catalog: 'pg_class', oid: relation });
      reader.name(facts.name, id);
    }
  },

  phrase: ({ facts }) => `TYPE ${compositeName(facts)}`,

  occupies: ({ facts }) => [`type ${compositeName(facts)}`, `relation ${compositeName(facts)}`],

  create({ id, facts }, context) {
    const clauses = facts.attributes.map((attribute) => `\n  ${attributeClause(attribute)}`);
    const list = `${clauses.join()}${clauses.length > 0 ? '\n' : ''}`;
    const succession = successionOf(id, context);
    return [
      statement(`CREATE TYPE ${compositeName(facts)} AS (${list})`),
      ...(succession === null ? [] : createValueCast(succession, context)),
    ];
  },

  drop: ({ facts }) => [statement(`DROP TYPE ${compositeName(facts)}`)],

  alter: (from, to, context) => attributeChange(from.facts, to.facts, usersOf(from.id, context)),

  putAside: (object, context) => [
    statement(`ALTER TYPE ${compositeName(object.facts)} RENAME TO ${identifier(context.asideName(object))}`, {
      hazards: lossHazards(successionOf(object.id, context), context),
    }),
  ],

  dropAside(object, context) {
    const succession = successionOf(object.id, context);
    return [
      ...(succession === null ? [] : dropValueCast(succession)),
      statement(`DROP TYPE ${qualified(object.facts.schema, context.asideName(object))}`),
    ];
  },

  /** Its attributes take on the successor of their type, which has the same name, while no column uses it. */
  leadOver(from, { facts }, successor, context) {
    const { stored, typedTables } = usersOf(from.id, context);
    if (stored) return null;
    const cascade = typedTables ? ' CASCADE' : '';
    const name = nameIn(successor.id);
    const led = facts.attributes.filter(({ type, collation }) => isOf(type, name) || collation === name);
    return {
      statements: led.map((attribute) =>
        statement(
          `ALTER TYPE ${compositeName(facts)} ALTER ATTRIBUTE ${identifier(attribute.name)} TYPE ${typeClause(attribute)}${cascade}`,
        ),
      ),
      takesDown: (_, { followsColumnType }) => followsColumnType !== true,
    };
  },
});

/** Where columns hold values that are led over to a new type of the name. */
function successionOf(id: string, context: Context): Succession | null {
  const [from, to] = [context.from.objects.get(id), context.to.objects.get(id)];
  if (from === undefined || to === undefined || context.stays(id) || !usersOf(id, context).stored) return null;
  if (!isComposite(from) || !isComposite(to)) return null;
  return { from: from.facts, to: to.facts, aside: context.asideName(from) };
}

function isComposite(object: CatalogObject): object is CatalogObject<CompositeFacts> {
  return object.kind === 'composite';
}

function lossHazards(succession: Succession | null, context: Context): readonly Hazard[] {
  if (succession === null) return [];
  const { from, to } = succession;
  const kept = new Map(to.attributes.map((attribute) => [attribute.name, attribute.type]));
  const name = compositeName(from);
  return from.attributes.flatMap((attribute) => {
    const type = kept.get(attribute.name);
    if (type === undefined) return [lossOf(name, attribute)];
    const change = { from: attribute.type, to: type, converts: true };
    const hazards = typeHazards(`${name}.${identifier(attribute.name)}`, name, change, context);
    return hazards.filter(({ kind }) => kind === 'data-loss');
  });
}

/** The name in an id, as SQL: `public.mood` of `enum public.mood`. */
function nameIn(id: string): string {
  return id.slice(id.indexOf(' ') + 1);
}

/** Whether a type is another, or an array of it. */
function isOf(type: string, other: string): boolean {
  return type.replace(/(\[\])+$/, '') === other;
}
