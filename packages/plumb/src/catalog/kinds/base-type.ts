import { literal, objectId, qualified } from '../identifier.ts';
import { defineKind } from '../kind.ts';
import { statement } from '../statement.ts';
import { userSchema } from '../user-schema.ts';
import { addShellOf } from './shell-type.ts';

/** A type that functions in C make: what it is as CREATE TYPE takes it. Its shell comes first. */
export type BaseTypeFacts = {
  readonly schema: string;
  readonly name: string;
  /** What no ALTER can change. */
  readonly fixed: Readonly<Record<string, string>>;
  readonly changeable: Readonly<Record<string, string>>;
};

function baseTypeId(schema: string, name: string): string {
  return objectId('base-type', [schema, name]);
}

export default defineKind<BaseTypeFacts>({
  id: 'base-type',
  rank: 41,
  catalog: 'pg_type',
  where: "typtype = 'b' and oid not in (select e.typarray from pg_type as e)",

  async read(reader) {
    for (const row of await reader.rows<Row>(sql)) {
      const { oid, schema, name, fixed, changeable, byDefault, functions } = row;
      const facts: BaseTypeFacts = {
        schema,
        name,
        fixed: { ...given(fixed), ...(byDefault === null ? {} : { DEFAULT: literal(byDefault) }) },
        changeable: given(changeable),
      };
      const parent = addShellOf(reader, { oid, schema, name, definition: facts.fixed }, functions);
      const id = baseTypeId(schema, name);
      reader.add({ id, kind: 'base-type', parent, facts }, { catalog: 'pg_type', oid });
      reader.name(name, id);
    }
  },

  phrase: ({ facts }) => `TYPE ${nameOf(facts)}`,

  create({ facts }) {
    const options = Object.entries({ ...facts.fixed, ...facts.changeable });
    const list = options.map(([word, value]) => `${word} = ${value}`).join(',\n  ');
    return [statement(`CREATE TYPE ${nameOf(facts)} (\n  ${list}\n)`)];
  },

  drop: ({ facts }) => [statement(`DROP TYPE ${nameOf(facts)} CASCADE`)],

  alter({ facts: from }, { facts: to }) {
    const words = new Set([...Object.keys(from.changeable), ...Object.keys(to.changeable)]);
    const changes = [...words]
      .filter((word) => from.changeable[word] !== to.changeable[word])
      .map((word) => `${word} = ${to.changeable[word] ?? 'NONE'}`);
    const sql = `ALTER TYPE ${nameOf(to)} SET (${changes.join(', ')})`;
    return { statements: changes.length === 0 ? [] : [statement(sql)] };
  },
});

function nameOf({ schema, name }: BaseTypeFacts): string {
  return qualified(schema, name);
}

type Options = Readonly<Record<string, string | null>>;

interface Row {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly fixed: Options;
  readonly changeable: Options;
  readonly byDefault: string | null;
  readonly functions: readonly number[];
}

function given(options: Options): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(options).flatMap(([word, value]) => (value === null ? [] : [[word, value]])),
  );
}

const routine = (column: string): string => `case when ${column}::oid <> 0 then ${column}::regproc::text end`;

const sql = `
  select
    t.oid,
    n.nspname as schema,
    t.typname as name,
    t.typdefault as "byDefault",
    pg_catalog.json_build_object(
      'INPUT', t.typinput::regproc::text,
      'OUTPUT', t.typoutput::regproc::text,
      'INTERNALLENGTH', case when t.typlen = -1 then 'VARIABLE' else t.typlen::text end,
      'PASSEDBYVALUE', case when t.typbyval then 'true' end,
      'ALIGNMENT', case t.typalign when 'c' then 'char' when 's' then 'int2' when 'd' then 'double' else 'int4' end,
      'CATEGORY', case when t.typcategory <> 'U' then pg_catalog.quote_literal(t.typcategory::text) end,
      'PREFERRED', case when t.typispreferred then 'true' end,
      'ELEMENT', case when t.typelem <> 0 then pg_catalog.format_type(t.typelem, null) end,
      'DELIMITER', case when t.typdelim <> ',' then pg_catalog.quote_literal(t.typdelim::text) end,
      'COLLATABLE', case when t.typcollation <> 0 then 'true' end
    ) as fixed,
    pg_catalog.json_build_object(
      'RECEIVE', ${routine('t.typreceive')},
      'SEND', ${routine('t.typsend')},
      'TYPMOD_IN', ${routine('t.typmodin')},
      'TYPMOD_OUT', ${routine('t.typmodout')},
      'ANALYZE', ${routine('t.typanalyze')},
      'SUBSCRIPT', ${routine('t.typsubscript')},
      'STORAGE', case t.typstorage when 'p' then 'plain' when 'e' then 'external' when 'x' then 'extended' else 'main' end
    ) as changeable,
    array[
      t.typinput, t.typoutput, t.typreceive, t.typsend, t.typmodin, t.typmodout, t.typanalyze, t.typsubscript
    ]::oid[]::bigint[]::integer[] as functions
  from pg_catalog.pg_type as t
  join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
  where t.typtype = 'b'
    and t.typisdefined
    and not exists (select from pg_catalog.pg_type as e where e.typarray = t.oid)
    and ${userSchema('n')}
  order by n.nspname, t.typname
`;
