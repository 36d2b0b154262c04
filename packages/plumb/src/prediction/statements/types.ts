import type { Constraint, Node } from 'libpg-query';
import { identifier, parsePath, qualified } from '../../catalog/identifier.ts';
import { chosenName } from '../../catalog/object-name.ts';
import { namesIn } from '../../rules/sql/nodes-of.ts';
import type { UserType } from '../model/element.ts';
import type { Model } from '../model/model.ts';
import { partOf } from '../model/part-of.ts';
import { behindWord, type Reading } from '../reading.ts';
import { typeText } from '../type-text.ts';
import { isVolatile } from '../volatile.ts';

/** A type that a statement can't be run without: one that nobody told of was there before. */
export function typeNamed(names: readonly string[], model: Model, type: UserType['type'] = 'e'): UserType {
  const known = model.type(names);
  if (known !== null) return known;
  const implied = model.addType(names, { type });
  implied.first = partOf.type(implied);
  return implied;
}

export function createEnum(
  { typeName, vals = [] }: Extract<Node, { CreateEnumStmt: unknown }>['CreateEnumStmt'],
  { model }: Reading,
): void {
  const type = model.addType(namesIn(typeName), { type: 'e' });
  for (const name of namesIn(vals)) type.values.push({ of: type, name, first: null, gone: false });
}

export function alterEnum(
  statement: Extract<Node, { AlterEnumStmt: unknown }>['AlterEnumStmt'],
  { model, effects }: Reading,
): void {
  const { typeName, oldVal, newVal = '', newValNeighbor: neighbor, newValIsAfter: isAfter } = statement;
  const type = typeNamed(namesIn(typeName), model);
  if (oldVal === undefined) {
    if (type.values.some(({ name }) => name === newVal)) return;
    const at = type.values.findIndex(({ name }) => name === neighbor);
    const value = { of: type, name: newVal, first: null, gone: false };
    type.values.splice(at < 0 ? type.values.length : isAfter === true ? at + 1 : at, 0, value);
    return;
  }
  let value = type.values.find(({ name }) => name === oldVal);
  if (value === undefined) {
    value = { of: type, name: oldVal, first: null, gone: false };
    if (type.first !== null) value.first = partOf.value(value);
    type.values.push(value);
  }
  effects.touch(value, partOf.value);
  value.name = newVal;
}

export function createDomain(
  { domainname, typeName: base, constraints = [] }: Extract<Node, { CreateDomainStmt: unknown }>['CreateDomainStmt'],
  { model, text }: Reading,
): void {
  const asked = constraints.flatMap((each) => ('Constraint' in each ? [each.Constraint] : []));
  const value = asked.find(({ contype }) => contype === 'CONSTR_DEFAULT');
  const domain = model.addType(namesIn(domainname), {
    type: 'd',
    base: typeText(base),
    notNull: asked.some(({ contype }) => contype === 'CONSTR_NOTNULL'),
    default: value === undefined ? null : behindWord(text, value.location ?? 0),
    isVolatile: isVolatile(value?.raw_expr, model),
  });
  for (const each of asked) if (each.contype === 'CONSTR_CHECK') addCheck(domain, each);
}

function addCheck(domain: UserType, { conname, skip_validation: later }: Constraint): void {
  const { name: of, checks } = domain;
  const name = conname ?? chosenName(of, null, `check${checks.size === 0 ? '' : checks.size}`);
  checks.set(name, { of: domain, name, validated: later !== true, first: null, gone: false });
}

/** What is asked of a domain is asked of all columns that have it. */
export function alterDomain(
  { subtype, typeName: named, name = '', def }: Extract<Node, { AlterDomainStmt: unknown }>['AlterDomainStmt'],
  { model, effects, text }: Reading,
): void {
  const domain = typeNamed(namesIn(named), model, 'd');
  const constraint = def !== undefined && 'Constraint' in def ? def.Constraint : null;
  const check = domain.checks.get(name);
  if (subtype === 'C' && constraint !== null) addCheck(domain, constraint);
  if (subtype === 'X' && check !== undefined) {
    effects.touch(check, partOf.check);
    check.gone = true;
    domain.checks.delete(name);
  }
  if (subtype === 'V' && check !== undefined) check.validated = true;
  if (subtype === 'O' || subtype === 'N') domain.notNull = subtype === 'O';
  if (subtype === 'T') domain.default = def === undefined ? null : behindWord(text, text.search(/\bdefault\b/i));
  if (!(subtype === 'C' && constraint?.skip_validation !== true) && subtype !== 'O' && subtype !== 'V') return;
  for (const relation of [...model.relations.values()]) {
    const uses = [...relation.columns.values()].some(({ type }) => isOfType(type, domain));
    if (!uses || (relation.kind !== 'table' && relation.kind !== 'materialized view')) continue;
    effects.lock(relation, 'ShareLock');
    effects.scan(relation);
  }
}

/** What a domain asks of values, and gives for want of one, with what it has from those that it is made of. */
export function domainNamed(
  names: readonly string[],
  model: Model,
): {
  readonly asks: boolean;
  readonly hasDefault: boolean;
  readonly isVolatile: boolean;
  readonly base: string;
} | null {
  const domain = model.type(names);
  if (domain?.type !== 'd') return null;
  const written = domain.base ?? '';
  const base = domainNamed(parsePath(written) ?? [], model);
  return {
    asks: domain.checks.size > 0 || domain.notNull || base?.asks === true,
    hasDefault: domain.default !== null || base?.hasDefault === true,
    isVolatile: domain.isVolatile || (domain.default === null && base?.isVolatile === true),
    base: base?.base ?? written,
  };
}

/** As PostgreSQL writes it: without `public`. */
export function typeName({ schema, name }: UserType): string {
  return schema === 'public' ? identifier(name) : qualified(schema, name);
}

/** Whether a type, as it is written, is one of the user's, or an array of it. */
export function isOfType(written: string | null, { schema, name }: UserType): boolean {
  const bare = written?.replace(/\[\]$/, '').replaceAll('"', '');
  return bare === (schema === 'public' ? name : `${schema}.${name}`) || bare === name;
}
