import type { CatalogObject } from '../catalog-object.ts';
import { literal, objectId, qualified } from '../identifier.ts';
import { type Context, defineKind } from '../kind.ts';
import { type Statement, statement } from '../statement.ts';
import { userSchema } from '../user-schema.ts';
import { keptValuesHazard } from './function/kept-values.ts';

export type AggregateFacts = {
  readonly schema: string;
  readonly name: string;
  /** As they are declared. */
  readonly arguments: string;
  readonly types: readonly string[];
  /** Of its arguments; empty where one has none. */
  readonly names: readonly string[];
  readonly returns: string;
  readonly form: 'normal' | 'ordered-set' | 'hypothetical-set';
  /** How many arguments come before ORDER BY. */
  readonly direct: number;
  /** By their words in CREATE AGGREGATE; those that aren't PostgreSQL's default. */
  readonly options: Readonly<Record<string, string>>;
};

function aggregateId(schema: string, name: string, types: readonly string[]): string {
  return objectId('aggregate', [schema, name], `(${types.join(', ')})`);
}

export default defineKind<AggregateFacts>({
  id: 'aggregate',
  rank: 72,
  catalog: 'pg_proc',
  where: "prokind = 'a'",

  async read(reader) {
    const rows = await reader.rows<Row>(sql);
    for (const { oid, form, names, options, start, moving_start, ...facts } of rows) {
      const id = aggregateId(facts.schema, facts.name, facts.types);
      const object: CatalogObject<AggregateFacts> = {
        id,
        kind: 'aggregate',
        parent: null,
        facts: {
          ...facts,
          names: names ?? [],
          form: forms.get(form) ?? 'normal',
          options: {
            ...Object.fromEntries(Object.entries(options).flatMap(([word, value]) => (value ? [[word, value]] : []))),
            ...(start === null ? {} : { INITCOND: literal(start) }),
            ...(moving_start === null ? {} : { MINITCOND: literal(moving_start) }),
          },
        },
      };
      reader.add(object, { catalog: 'pg_proc', oid });
      reader.name(facts.name, id);
    }
  },

  phrase: ({ facts }) => `AGGREGATE ${nameOf(facts)}(${facts.types.join(', ') || '*'})`,

  occupies: ({ facts }) => [`routine ${nameOf(facts)}(${facts.types.join(', ')})`],

  answersTo: ({ facts }) => [`call ${nameOf(facts)} with ${facts.types.length}`],

  create: ({ facts }) => [define('CREATE', facts)],

  drop: ({ facts }) => [statement(`DROP AGGREGATE ${nameOf(facts)}(${facts.types.join(', ') || '*'})`)],

  alter({ facts: from }, object, context) {
    const obstacle = whyNotReplaceable(from, object.facts);
    return obstacle === null ? { statements: [redefine(object, context)] } : { replace: obstacle };
  },
});

const forms = new Map<string, AggregateFacts['form']>([
  ['o', 'ordered-set'],
  ['h', 'hypothetical-set'],
]);

function nameOf({ schema, name }: AggregateFacts): string {
  return qualified(schema, name);
}

function define(words: string, facts: AggregateFacts): Statement {
  const options = [
    ...Object.entries(facts.options).map(([word, value]) => `${word} = ${value}`),
    ...(facts.form === 'hypothetical-set' ? ['HYPOTHETICAL'] : []),
  ];
  const list = options.map((each) => `  ${each}`).join(',\n');
  return statement(`${words} AGGREGATE ${nameOf(facts)}(${facts.arguments || '*'}) (\n${list}\n)`);
}

function redefine(object: CatalogObject<AggregateFacts>, context: Context): Statement {
  return { ...define('CREATE OR REPLACE', object.facts), hazards: keptValuesHazard(object, context) };
}

function whyNotReplaceable(from: AggregateFacts, to: AggregateFacts): string | null {
  if (from.form !== to.form || from.direct !== to.direct) {
    return "PostgreSQL can't change the form of an aggregate";
  }
  if (from.returns !== to.returns) return "PostgreSQL can't change what an aggregate returns";
  const renamed = from.names.some((name, at) => name !== '' && name !== to.names[at]);
  return renamed ? "PostgreSQL can't rename the arguments of an aggregate" : null;
}

interface Row extends Omit<AggregateFacts, 'names' | 'options' | 'form'> {
  readonly oid: number;
  readonly form: string;
  readonly names: string[] | null;
  readonly options: Readonly<Record<string, string | null>>;
  readonly start: string | null;
  readonly moving_start: string | null;
}

const proc = (column: string): string => `nullif(${column}, 0)::regproc::text`;

const flag = (column: string): string => `case when ${column} then 'true' end`;

const modify = (column: string): string => `
  case
    when ${column} = case a.aggkind when 'n' then 'r' else 'w' end then null
    when ${column} = 'r' then 'READ_ONLY'
    when ${column} = 's' then 'SHAREABLE'
    else 'READ_WRITE'
  end
`;

const sql = `
  select
    p.oid,
    n.nspname as schema,
    p.proname as name,
    pg_get_function_arguments(p.oid) as arguments,
    array(
      select format_type(t.type, null) from unnest(p.proargtypes) with ordinality as t (type, position)
      order by t.position
    ) as types,
    p.proargnames as names,
    format_type(p.prorettype, null) as returns,
    a.aggkind as form,
    a.aggnumdirectargs as direct,
    json_build_object(
      'SFUNC', a.aggtransfn::regproc::text,
      'STYPE', format_type(a.aggtranstype, null),
      'SSPACE', nullif(a.aggtransspace, 0)::text,
      'FINALFUNC', ${proc('a.aggfinalfn')},
      'FINALFUNC_EXTRA', ${flag('a.aggfinalextra')},
      'FINALFUNC_MODIFY', ${modify('a.aggfinalmodify')},
      'COMBINEFUNC', ${proc('a.aggcombinefn')},
      'SERIALFUNC', ${proc('a.aggserialfn')},
      'DESERIALFUNC', ${proc('a.aggdeserialfn')},
      'MSFUNC', ${proc('a.aggmtransfn')},
      'MINVFUNC', ${proc('a.aggminvtransfn')},
      'MSTYPE', case when a.aggmtranstype <> 0 then format_type(a.aggmtranstype, null) end,
      'MSSPACE', nullif(a.aggmtransspace, 0)::text,
      'MFINALFUNC', ${proc('a.aggmfinalfn')},
      'MFINALFUNC_EXTRA', ${flag('a.aggmfinalextra')},
      'MFINALFUNC_MODIFY', ${modify('a.aggmfinalmodify')},
      'SORTOP', (
        select format('OPERATOR(%I.%s)', s.nspname, o.oprname)
        from pg_catalog.pg_operator as o
        join pg_catalog.pg_namespace as s on s.oid = o.oprnamespace
        where o.oid = a.aggsortop
      ),
      'PARALLEL', case p.proparallel when 's' then 'SAFE' when 'r' then 'RESTRICTED' end
    ) as options,
    a.agginitval as start,
    a.aggminitval as moving_start
  from pg_catalog.pg_aggregate as a
  join pg_catalog.pg_proc as p on p.oid = a.aggfnoid
  join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
  where ${userSchema('n')}
  order by n.nspname, p.proname, p.oid
`;
