import type { Reader } from '../../reader.ts';
import { userSchema } from '../../user-schema.ts';
import type { Body, Parameter, RoutineFacts } from './routine.ts';
import { settingsOf } from './settings.ts';

interface Row {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly kind: string;
  readonly types: string[];
  readonly names: string[] | null;
  readonly modes: string[] | null;
  /** One for each parameter, where any has one. */
  readonly defaults: (string | null)[] | null;
  readonly result: string | null;
  readonly return_type: string;
  readonly return_set: boolean;
  readonly language: string;
  readonly transforms: string[];
  readonly volatility: string;
  readonly strict: boolean;
  readonly definer: boolean;
  readonly leakproof: boolean;
  readonly parallel: string;
  readonly cost: number;
  readonly rows: number;
  readonly support: string | null;
  readonly config: string[] | null;
  readonly source: string;
  readonly library: string | null;
  readonly standard: string | null;
}

/** Reads functions or procedures, without the constructors of range types, which belong to their type. */
export async function readRoutines(
  reader: Reader,
  kind: 'function' | 'procedure',
  idOf: (schema: string, name: string, types: readonly string[]) => string,
): Promise<void> {
  const rows = await reader.rows<Row>(
    `
      select
        p.oid,
        n.nspname as schema,
        p.proname as name,
        p.prokind as kind,
        array(
          select format_type(a.type, null)
          from unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) with ordinality as a (type, position)
          order by a.position
        ) as types,
        p.proargnames as names,
        p.proargmodes::text[] as modes,
        case when p.pronargdefaults > 0 then array(
          select pg_get_function_arg_default(p.oid, a.position::int)
          from generate_series(1, cardinality(coalesce(p.proallargtypes, p.proargtypes::oid[]))) as a (position)
          order by a.position
        ) end as defaults,
        pg_get_function_result(p.oid) as result,
        format_type(p.prorettype, null) as return_type,
        p.proretset as return_set,
        l.lanname as language,
        array(
          select format_type(t.type, null)
          from unnest(p.protrftypes) with ordinality as t (type, position)
          order by t.position
        ) as transforms,
        p.provolatile as volatility,
        p.proisstrict as strict,
        p.prosecdef as definer,
        p.proleakproof as leakproof,
        p.proparallel as parallel,
        p.procost as cost,
        p.prorows as rows,
        nullif(p.prosupport, 0)::regproc::text as support,
        p.proconfig as config,
        p.prosrc as source,
        p.probin as library,
        pg_get_function_sqlbody(p.oid) as standard
      from pg_catalog.pg_proc as p
      join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
      join pg_catalog.pg_language as l on l.oid = p.prolang
      where p.prokind = any($1)
        and ${userSchema('n')}
        and not exists (
          select from pg_catalog.pg_depend as d
          where d.classid = 'pg_catalog.pg_proc'::regclass and d.objid = p.oid and d.deptype = 'i'
        )
      order by n.nspname, p.proname, p.oid
    `,
    [kind === 'procedure' ? ['p'] : ['f', 'w']],
  );
  for (const row of rows) {
    const facts = factsOf(row);
    const inputs = row.types.filter((_, at) => 'ibv'.includes(row.modes?.[at] ?? 'i'));
    const id = idOf(row.schema, row.name, inputs);
    const address = { catalog: 'pg_proc', oid: row.oid };
    reader.add({ id, kind, parent: reader.claimed(address), facts }, address);
    reader.name(row.name, id);
    if (facts.body.form === 'text' && row.language !== 'internal') reader.bodies.set(id, facts.body.text);
  }
}

const modes = new Map<string, Parameter['mode']>([
  ['o', 'OUT'],
  ['b', 'INOUT'],
  ['v', 'VARIADIC'],
  ['t', 'TABLE'],
]);

const volatilities = new Map<string, RoutineFacts['volatility']>([
  ['i', 'IMMUTABLE'],
  ['s', 'STABLE'],
]);

const parallels = new Map<string, RoutineFacts['parallel']>([
  ['s', 'SAFE'],
  ['r', 'RESTRICTED'],
]);

function factsOf(row: Row): RoutineFacts {
  const native = row.language === 'c' || row.language === 'internal';
  return {
    schema: row.schema,
    name: row.name,
    procedure: row.kind === 'p',
    window: row.kind === 'w',
    parameters: row.types.map((type, at) => ({
      mode: modes.get(row.modes?.[at] ?? 'i') ?? 'IN',
      name: row.names?.[at] ?? '',
      type,
      default: row.defaults?.[at] ?? null,
    })),
    result: row.result,
    returns: { type: row.return_type, set: row.return_set },
    language: row.language,
    transforms: row.transforms,
    volatility: volatilities.get(row.volatility) ?? 'VOLATILE',
    strict: row.strict,
    definer: row.definer,
    leakproof: row.leakproof,
    parallel: parallels.get(row.parallel) ?? 'UNSAFE',
    cost: row.cost === (native ? 1 : 100) ? null : row.cost,
    rows: row.rows === (row.return_set ? 1000 : 0) ? null : row.rows,
    support: row.support,
    settings: settingsOf(row.config ?? []),
    body: bodyOf(row),
  };
}

function bodyOf({ language, source, library, standard }: Row): Body {
  if (standard !== null) return { form: 'standard', sql: standard };
  if (language === 'c' && library !== null) return { form: 'library', library, symbol: source };
  return { form: 'text', text: source };
}
