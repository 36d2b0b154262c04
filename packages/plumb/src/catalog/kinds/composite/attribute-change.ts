import type { CatalogObject } from '../../catalog-object.ts';
import { identifier } from '../../identifier.ts';
import type { Alteration, Replacement } from '../../kind.ts';
import { type Hazard, statement } from '../../statement.ts';
import { type Attribute, attributeClause, type CompositeFacts, compositeName } from './composite-facts.ts';
import type { Users } from './users.ts';

/** Leads the attributes of a composite type from one list to the other. */
export function attributeChange(from: CompositeFacts, to: CompositeFacts, users: Users): Alteration | Replacement {
  const kept = users.stored ? inBoth(from, to) : keptInPlace(from, to);
  const before = new Map(from.attributes.map((attribute) => [attribute.name, attribute]));
  const added = to.attributes.filter(({ name }) => !kept.has(name));
  const dropped = from.attributes.filter(({ name }) => !kept.has(name));
  const retyped = to.attributes.filter(
    (attribute) => kept.has(attribute.name) && !sameType(before.get(attribute.name), attribute),
  );
  if (users.stored && retyped.length > 0) {
    return { replace: "PostgreSQL can't change the type of an attribute while columns use the composite type" };
  }
  if (users.stored && !isOrder([...from.attributes.filter(({ name }) => kept.has(name)), ...added], to)) {
    return { replace: 'PostgreSQL adds attributes only at the end' };
  }
  const cascade = users.typedTables ? ' CASCADE' : '';
  const actions = [
    ...dropped.map(({ name }) => `DROP ATTRIBUTE ${identifier(name)}${cascade}`),
    ...retyped.map(({ name, ...type }) => `ALTER ATTRIBUTE ${identifier(name)} TYPE ${typeClause(type)}${cascade}`),
    ...added.map((attribute) => `ADD ATTRIBUTE ${attributeClause(attribute)}${cascade}`),
  ];
  const name = compositeName(to);
  const sql = actions.length === 1 ? ` ${actions.join()}` : `\n  ${actions.join(',\n  ')}`;
  const touched = [...dropped, ...retyped].map((attribute) => identifier(attribute.name));
  const lost = users.stored || users.typedTables ? dropped : [];
  return {
    statements: [statement(`ALTER TYPE ${name}${sql}`, { hazards: lost.map((attribute) => lossOf(name, attribute)) })],
    takesDown: (dependent) => reads(dependent, touched),
  };
}

function inBoth(from: CompositeFacts, to: CompositeFacts): ReadonlySet<string> {
  const wanted = new Set(to.attributes.map(({ name }) => name));
  return new Set(from.attributes.map(({ name }) => name).filter((name) => wanted.has(name)));
}

/** Where no values are stored, what stands in the wrong place is dropped and added again. */
function keptInPlace(from: CompositeFacts, to: CompositeFacts): ReadonlySet<string> {
  const both = inBoth(from, to);
  const remaining = from.attributes.filter(({ name }) => both.has(name));
  const inPlace = to.attributes.findIndex(({ name }, position) => remaining[position]?.name !== name);
  return new Set(remaining.slice(0, inPlace === -1 ? remaining.length : inPlace).map(({ name }) => name));
}

function isOrder(attributes: readonly Attribute[], { attributes: wanted }: CompositeFacts): boolean {
  return attributes.every(({ name }, position) => wanted[position]?.name === name);
}

export function typeClause({ type, collation }: Omit<Attribute, 'name'>): string {
  return `${type}${collation === null ? '' : ` COLLATE ${collation}`}`;
}

function sameType(one: Attribute | undefined, other: Attribute): boolean {
  return one?.type === other.type && one.collation === other.collation;
}

const readers = new Set([
  'constraint',
  'default',
  'domain-constraint',
  'index',
  'materialized-view',
  'policy',
  'rule',
  'statistics',
  'trigger',
  'view',
]);
const routines = new Set(['function', 'procedure']);

/** What reads an attribute has its name in its definition, and PostgreSQL refuses to change what it reads. */
function reads({ kind, facts }: CatalogObject, attributes: readonly string[]): boolean {
  const text = JSON.stringify(facts);
  if (!readers.has(kind) && !(routines.has(kind) && /\bBEGIN ATOMIC\b/.test(text))) return false;
  return attributes.some((name) => text.includes(JSON.stringify(name).slice(1, -1)));
}

export function lossOf(type: string, { name }: Attribute): Hazard {
  return {
    kind: 'data-loss',
    message: `The values of the attribute ${identifier(name)} are lost in every column of type ${type}.`,
    objects: [type],
  };
}
