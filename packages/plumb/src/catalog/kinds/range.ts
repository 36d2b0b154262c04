import { identifier, objectId, qualified } from '../identifier.ts';
import { defineKind } from '../kind.ts';
import { nameBeside } from '../object-name.ts';
import { statement } from '../statement.ts';
import { userSchema } from '../user-schema.ts';
import { addShellOf } from './shell-type.ts';

export type RangeFacts = {
  readonly schema: string;
  readonly name: string;
  readonly subtype: string;
  /** Where it isn't the subtype's default. */
  readonly operatorClass: string | null;
  /** Where it isn't the subtype's. */
  readonly collation: string | null;
  readonly canonical: string | null;
  readonly difference: string | null;
  readonly multirangeSchema: string;
  readonly multirange: string;
};

function rangeId(schema: string, name: string): string {
  return objectId('range', [schema, name]);
}

export default defineKind<RangeFacts>({
  id: 'range',
  rank: 42,
  catalog: 'pg_type',
  where: "typtype = 'r'",

  async read(reader) {
    const rows = await reader.rows<
      RangeFacts & { oid: number; multirangeOid: number; canonicalOid: number; routines: readonly number[] }
    >(`
      select
        t.oid,
        m.oid as "multirangeOid",
        r.rngcanonical::oid as "canonicalOid",
        array(
          select d.objid::integer
          from pg_catalog.pg_depend as d
          where d.classid = 'pg_catalog.pg_proc'::regclass
            and d.refclassid = 'pg_catalog.pg_type'::regclass
            and d.refobjid in (t.oid, m.oid)
            and d.deptype = 'i'
        ) as routines,
        n.nspname as schema,
        t.typname as name,
        pg_catalog.format_type(r.rngsubtype, null) as subtype,
        case when not o.opcdefault then pg_catalog.quote_ident(opn.nspname) || '.' || pg_catalog.quote_ident(o.opcname) end
          as "operatorClass",
        case when r.rngcollation <> s.typcollation then r.rngcollation::regcollation::text end as collation,
        nullif(r.rngcanonical, 0)::regproc::text as canonical,
        nullif(r.rngsubdiff, 0)::regproc::text as difference,
        mn.nspname as "multirangeSchema",
        m.typname as multirange
      from pg_catalog.pg_range as r
      join pg_catalog.pg_type as t on t.oid = r.rngtypid
      join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
      join pg_catalog.pg_type as m on m.oid = r.rngmultitypid
      join pg_catalog.pg_namespace as mn on mn.oid = m.typnamespace
      join pg_catalog.pg_type as s on s.oid = r.rngsubtype
      join pg_catalog.pg_opclass as o on o.oid = r.rngsubopc
      join pg_catalog.pg_namespace as opn on opn.oid = o.opcnamespace
      where ${userSchema('n')}
      order by n.nspname, t.typname
    `);
    for (const { oid, multirangeOid, canonicalOid, routines, ...facts } of rows) {
      const id = rangeId(facts.schema, facts.name);
      const { schema, name } = facts;
      const parent =
        canonicalOid === 0 ? null : addShellOf(reader, { oid, schema, name, definition: facts }, [canonicalOid]);
      reader.add({ id, kind: 'range', parent, facts }, { catalog: 'pg_type', oid });
      reader.alias({ catalog: 'pg_type', oid: multirangeOid }, id);
      for (const routine of routines) reader.alias({ catalog: 'pg_proc', oid: routine }, id);
      reader.name(facts.name, id);
      reader.name(facts.multirange, id);
    }
  },

  phrase: ({ facts }) => `TYPE ${nameOf(facts)}`,

  occupies: ({ facts, parent }) => [
    ...(parent === null ? [`type ${nameOf(facts)}`] : []),
    `type ${multirangeOf(facts)}`,
    ...constructorsOf(facts).map(({ name, types }) => `routine ${name}(${types})`),
  ],

  create({ facts }) {
    const options = [
      `SUBTYPE = ${facts.subtype}`,
      ...(facts.operatorClass === null ? [] : [`SUBTYPE_OPCLASS = ${facts.operatorClass}`]),
      ...(facts.collation === null ? [] : [`COLLATION = ${facts.collation}`]),
      ...(facts.canonical === null ? [] : [`CANONICAL = ${facts.canonical}`]),
      ...(facts.difference === null ? [] : [`SUBTYPE_DIFF = ${facts.difference}`]),
      `MULTIRANGE_TYPE_NAME = ${multirangeOf(facts)}`,
    ];
    return [statement(`CREATE TYPE ${nameOf(facts)} AS RANGE (\n  ${options.join(',\n  ')}\n)`)];
  },

  drop: ({ facts }) => [statement(`DROP TYPE ${nameOf(facts)}`)],

  alter: () => ({ replace: 'PostgreSQL has no ALTER for what a range type is made of' }),

  /** The multirange type and the constructors keep their names when the type is renamed. */
  putAside(object, context) {
    const aside = identifier(context.asideName(object));
    const { facts } = object;
    return [
      ...constructorsOf(facts).map(({ name, types }) =>
        statement(`ALTER FUNCTION ${name}(${types}) RENAME TO ${aside}`),
      ),
      statement(
        `ALTER TYPE ${multirangeOf(facts)} RENAME TO ${identifier(nameBeside(context.asideName(object), '_m'))}`,
      ),
      statement(`ALTER TYPE ${nameOf(facts)} RENAME TO ${aside}`),
    ];
  },

  dropAside: (object, context) => [statement(`DROP TYPE ${qualified(object.facts.schema, context.asideName(object))}`)],
});

function nameOf({ schema, name }: RangeFacts): string {
  return qualified(schema, name);
}

function multirangeOf({ multirangeSchema, multirange }: RangeFacts): string {
  return qualified(multirangeSchema, multirange);
}

/** The functions that PostgreSQL makes together with the types. */
function constructorsOf(facts: RangeFacts): readonly { readonly name: string; readonly types: string }[] {
  const range = nameOf(facts);
  const multirange = qualified(facts.schema, facts.multirange);
  return [
    { name: range, types: `${facts.subtype}, ${facts.subtype}` },
    { name: range, types: `${facts.subtype}, ${facts.subtype}, text` },
    { name: multirange, types: '' },
    { name: multirange, types: range },
    { name: multirange, types: `${range}[]` },
  ];
}
