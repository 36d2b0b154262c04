import type { CatalogObject } from '../catalog-object.ts';
import { identifier, objectId } from '../identifier.ts';
import { type Context, defineKind } from '../kind.ts';
import { statement } from '../statement.ts';
import { userSchema } from '../user-schema.ts';

export type OperatorFacts = {
  readonly schema: string;
  readonly name: string;
  /** None for a prefix operator. */
  readonly left: string | null;
  readonly right: string;
  readonly function: string;
  /** `OPERATOR(public.===)`: its types follow. */
  readonly commutator: string | null;
  readonly negator: string | null;
  readonly restrict: string | null;
  readonly join: string | null;
  readonly hashes: boolean;
  readonly merges: boolean;
};

function operatorId(schema: string, name: string, left: string | null, right: string): string {
  return objectId('operator', [schema, name], `(${left ?? 'NONE'}, ${right})`);
}

export default defineKind<OperatorFacts>({
  id: 'operator',
  rank: 73,
  catalog: 'pg_operator',

  async read(reader) {
    const rows = await reader.rows<
      OperatorFacts & { oid: number; commutatorOid: number; negatorOid: number; defined: boolean }
    >(`
      select
        o.oid,
        o.oprcom as "commutatorOid",
        o.oprnegate as "negatorOid",
        o.oprcode <> 0 as defined,
        n.nspname as schema,
        o.oprname as name,
        pg_catalog.format_type(nullif(o.oprleft, 0), null) as left,
        pg_catalog.format_type(o.oprright, null) as right,
        o.oprcode::regproc::text as function,
        ${reference('o.oprcom')} as commutator,
        ${reference('o.oprnegate')} as negator,
        nullif(o.oprrest, 0)::regproc::text as restrict,
        nullif(o.oprjoin, 0)::regproc::text as join,
        o.oprcanhash as hashes,
        o.oprcanmerge as merges
      from pg_catalog.pg_operator as o
      join pg_catalog.pg_namespace as n on n.oid = o.oprnamespace
      where ${userSchema('n')}
      order by n.nspname, o.oprname, o.oid
    `);
    const byOid = new Map(rows.map((row) => [row.oid, row]));
    for (const { oid, commutatorOid, negatorOid, defined, ...facts } of rows) {
      if (!defined) continue;
      const id = idOf(facts);
      reader.add({ id, kind: 'operator', parent: null, facts }, { catalog: 'pg_operator', oid });
      for (const other of [byOid.get(commutatorOid), byOid.get(negatorOid)]) {
        if (other === undefined || other.oid === oid) continue;
        // named as a commutator or negator, and never made
        if (!other.defined) reader.alias({ catalog: 'pg_operator', oid: other.oid }, id);
        // PostgreSQL links both, unless the one that names the other was there first
        else if (other.commutatorOid !== oid && other.negatorOid !== oid) reader.need(idOf(other), id);
      }
    }
  },

  phrase: ({ facts }) => `OPERATOR ${signatureOf(facts)}`,

  /** Each of two that are linked can be linked with only one. */
  occupies({ facts }) {
    const { left, right, commutator, negator } = facts;
    const own = `OPERATOR(${nameOf(facts)})`;
    return [
      `operator ${signatureOf(facts)}`,
      ...(commutator === null ? [] : [`commutator of ${own} (${left}, ${right})`]),
      ...(commutator === null ? [] : [`commutator of ${commutator} (${right}, ${left})`]),
      ...(negator === null ? [] : [own, negator].map((each) => `negator of ${each} (${left}, ${right})`)),
    ];
  },

  /** An operator that isn't there yet may be named: PostgreSQL links the two when it comes. */
  create({ facts }) {
    const options = [
      `FUNCTION = ${facts.function}`,
      ...(facts.left === null ? [] : [`LEFTARG = ${facts.left}`]),
      `RIGHTARG = ${facts.right}`,
      ...(facts.commutator === null ? [] : [`COMMUTATOR = ${facts.commutator}`]),
      ...(facts.negator === null ? [] : [`NEGATOR = ${facts.negator}`]),
      ...(facts.restrict === null ? [] : [`RESTRICT = ${facts.restrict}`]),
      ...(facts.join === null ? [] : [`JOIN = ${facts.join}`]),
      ...(facts.hashes ? ['HASHES'] : []),
      ...(facts.merges ? ['MERGES'] : []),
    ];
    return [statement(`CREATE OPERATOR ${nameOf(facts)} (\n  ${options.join(',\n  ')}\n)`)];
  },

  drop: ({ facts }) => [statement(`DROP OPERATOR ${signatureOf(facts)}`)],

  alter({ facts: from }, object, context) {
    const { facts: to } = object;
    if (from.function !== to.function) return { replace: "PostgreSQL can't change the function of an operator" };
    const settings = [
      ...(from.restrict === to.restrict ? [] : [`RESTRICT = ${to.restrict ?? 'NONE'}`]),
      ...(from.join === to.join ? [] : [`JOIN = ${to.join ?? 'NONE'}`]),
      ...linkChange('COMMUTATOR', from.commutator, to.commutator, [to.right, to.left], object.id, context),
      ...linkChange('NEGATOR', from.negator, to.negator, [to.left, to.right], object.id, context),
      ...(from.hashes === to.hashes ? [] : [to.hashes ? 'HASHES' : null]),
      ...(from.merges === to.merges ? [] : [to.merges ? 'MERGES' : null]),
    ];
    const since17 = settings.some((setting) => setting !== null && !/^(RESTRICT|JOIN)/.test(setting));
    if (settings.includes(null) || (since17 && context.major < 17)) {
      return { replace: "PostgreSQL can't change these properties of an operator" };
    }
    const sql = `ALTER OPERATOR ${signatureOf(to)} SET (${settings.join(', ')})`;
    return { statements: settings.length === 0 ? [] : [statement(sql)] };
  },
});

function reference(oid: string): string {
  return `(
    select pg_catalog.format('OPERATOR(%I.%s)', xn.nspname, x.oprname)
    from pg_catalog.pg_operator as x
    join pg_catalog.pg_namespace as xn on xn.oid = x.oprnamespace
    where x.oid = ${oid}
  )`;
}

function idOf({ schema, name, left, right }: OperatorFacts): string {
  return operatorId(schema, name, left, right);
}

function nameOf({ schema, name }: OperatorFacts): string {
  return `${identifier(schema)}.${name}`;
}

function signatureOf(facts: OperatorFacts): string {
  return `${nameOf(facts)} (${facts.left ?? 'NONE'}, ${facts.right})`;
}

/**
 * What it takes to link an operator with another. PostgreSQL does it by itself when the other is made and names this
 * one, and unlinks the two when the other is dropped. Null where nothing leads there.
 */
function linkChange(
  word: 'COMMUTATOR' | 'NEGATOR',
  from: string | null,
  to: string | null,
  types: readonly (string | null)[],
  id: string,
  context: Context,
): readonly (string | null)[] {
  if (from === to) return [];
  if (from !== null) {
    const before = linkedId(from, types);
    if (context.stays(before) || !linksBack(context.from.objects.get(before), word)) return [null];
  }
  if (to === null || !context.stays(linkedId(to, types))) return [];
  // one of the two says it for both
  return linkedId(to, types) < id ? [] : [`${word} = ${to}`];
}

function linksBack(other: CatalogObject | undefined, word: 'COMMUTATOR' | 'NEGATOR'): boolean {
  const link = word === 'COMMUTATOR' ? 'commutator' : 'negator';
  return other !== undefined && new Map<string, unknown>(Object.entries(other.facts)).get(link) !== null;
}

/** Of `OPERATOR(public.===)`. */
function linkedId(reference: string, [left, right]: readonly (string | null)[]): string {
  const [, schema = '', name = ''] = /^OPERATOR\((.*)\.([^.]+)\)$/s.exec(reference) ?? [];
  return operatorId(schema.replace(/^"(.*)"$/s, '$1').replaceAll('""', '"'), name, left ?? null, right ?? '');
}
