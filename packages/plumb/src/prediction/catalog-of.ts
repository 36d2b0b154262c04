import type { Catalog, CatalogObject } from '../catalog/catalog-object.ts';
import { objectId, parsePath, qualified } from '../catalog/identifier.ts';
import { type ColumnFacts, columnId } from '../catalog/kinds/column/column-facts.ts';
import { type ConstraintFacts, constraintId } from '../catalog/kinds/constraint/constraint-facts.ts';
import { type DefaultFacts, defaultId } from '../catalog/kinds/default/default-facts.ts';
import { type IndexBody, type IndexFacts, indexId } from '../catalog/kinds/index/index-facts.ts';
import type { SequenceFacts } from '../catalog/kinds/sequence/sequence-facts.ts';
import { type TableFacts, tableId } from '../catalog/kinds/table/table-facts.ts';
import type { Column, Index, Relation, TableConstraint, UserType } from './model/element.ts';
import type { Model } from './model/model.ts';

export interface GrowingCatalog extends Catalog {
  readonly objects: Map<string, CatalogObject>;
  readonly needs: Map<string, Set<string>>;
}

/** What statements tell, in the shape of what is read from a database. What they don't tell isn't in it. */
export function catalogOf(model: Model): GrowingCatalog {
  const objects = new Map<string, CatalogObject>();
  const needs = new Map<string, Set<string>>();
  for (const relation of model.relations.values()) addRelation(relation, model, { objects, needs, onlyFirst: false });
  for (const each of [...model.types.values()].flatMap((type) => typeObjects(type, model))) add(objects, each);
  for (const { name } of model.schemas.values()) {
    add(objects, { id: objectId('schema', [name]), kind: 'schema', parent: null, facts: { name } });
  }
  return { major: model.major, objects, needs, hints: new Map(), coverage: [] };
}

/** Adds a relation with all that belongs to it, or what of it isn't there yet; perhaps only what was there before migrations. */
export function addRelation(
  relation: Relation,
  model: Model,
  { objects, needs, onlyFirst }: Pick<GrowingCatalog, 'objects' | 'needs'> & { readonly onlyFirst: boolean },
): void {
  const counts = ({ first }: Pick<Relation, 'first'>): boolean => first !== null || !onlyFirst;
  const { kind, schema, name, owner } = relation;
  // that of an identity column belongs to it
  if (owner !== null && owner.identity !== null) return;
  const id = kind === 'table' ? tableId(schema, name) : objectId(kind.replace(' ', '-'), [schema, name]);
  const notes = kind === 'materialized view' ? { notes: { populated: relation.populated } } : {};
  add(objects, { id, kind: kind.replace(' ', '-'), parent: null, facts: relationFacts(relation), ...notes });
  if (relation.reads.size > 0) {
    const tables = [...relation.reads].map((each) => tableId(each.schema, each.name));
    needs.set(id, new Set(tables));
  }
  for (const column of relation.columns.values()) {
    if (!counts(column)) continue;
    add(objects, columnObject(column, { parent: id, model }));
    if (column.default !== null) add(objects, defaultObject(column));
  }
  for (const constraint of relation.constraints.values()) {
    const facts = constraintFacts(constraint);
    if (facts === null || constraint.inherited || !counts(constraint)) continue;
    add(objects, { id: constraintId(schema, name, constraint.name), kind: 'constraint', parent: id, facts });
  }
  for (const index of relation.indexes) {
    if (index.constraint !== null || (index.origin === null && onlyFirst)) continue;
    add(objects, { id: indexId(index.schema, index.name), kind: 'index', parent: id, facts: indexFacts(index) });
  }
}

function add(objects: Map<string, CatalogObject>, object: CatalogObject): void {
  if (!objects.has(object.id)) objects.set(object.id, object);
}

function relationFacts({ kind, schema, name, logged, parents, partitionKey, ...relation }: Relation): object {
  if (kind === 'sequence') {
    const { owner } = relation;
    const ownedBy =
      owner === null ? null : { schema: owner.relation.schema, table: owner.relation.name, column: owner.name };
    return { schema, name, persistence: 'permanent', options: usualSequence, ownedBy } satisfies SequenceFacts;
  }
  if (kind !== 'table') return { schema, name, columns: [], query: '', options: {} };
  const above = [...parents].map((parent) => qualified(parent.schema, parent.name));
  const isPartition = relation.bound !== null;
  const facts: TableFacts = {
    schema,
    name,
    persistence: logged ? 'permanent' : 'unlogged',
    accessMethod: null,
    options: {},
    ofType: null,
    inherits: isPartition ? [] : above,
    partitionKey:
      partitionKey === null
        ? null
        : { definition: '', columns: partitionKey.map((column) => ({ name: column, type: '' })) },
    partitionOf: isPartition ? (above[0] ?? null) : null,
    rowSecurity: relation.rowSecurity,
    forceRowSecurity: false,
    tablespace: null,
  };
  return facts;
}

function columnObject(
  column: Column,
  { parent, model }: { readonly parent: string; readonly model: Model },
): CatalogObject {
  const { relation, name, type, notNull, identity, generated, inherited, collation } = column;
  const { schema, name: table } = relation;
  const facts: ColumnFacts = {
    schema,
    table,
    name,
    relation: relation.kind === 'foreign table' ? 'foreign-table' : 'table',
    inherited,
    type: inherited || type === null ? null : withSchema(type, model),
    collation,
    notNull: notNull === null ? null : { ...notNull, inheritable: true },
    identity: identity === null ? null : { generated: identity, sequence: null, options: usualSequence },
    generated: generated === null ? null : { kept: generated, expression: '' },
    storage: null,
    compression: null,
    statistics: null,
    options: {},
    foreignOptions: {},
  };
  return { id: columnId(schema, table, name), kind: 'column', parent, facts };
}

function defaultObject({ relation, name, inherited, type, default: written }: Column): CatalogObject {
  const { schema, name: table } = relation;
  // as PostgreSQL writes a constant of some type
  const isText = /^'(?:[^']|'')*'$/.test(written ?? '');
  const expression = isText && type !== null ? `${written}::${type.replace(/\(.*?\)/, '')}` : written;
  const facts: DefaultFacts = { schema, table, column: name, relation: 'table', inherited, expression };
  return { id: defaultId(schema, table, name), kind: 'default', parent: columnId(schema, table, name), facts };
}

const usualSequence = { type: '', start: '1', increment: '1', min: '1', max: '', cache: '1', cycle: false };

function bodyOf({ method, keys, include, where }: Index): IndexBody {
  return { method, keys, include, where, nullsNotDistinct: false, options: {}, tablespace: null };
}

function indexFacts(index: Index): IndexFacts {
  const { relation, parent, schema, name, unique, valid } = index;
  const kinds = relation.kind === 'materialized view' ? 'materialized-view' : 'table';
  return {
    ...bodyOf(index),
    schema,
    name,
    table: relation.name,
    relation: relation.partitionKey === null ? kinds : 'partitioned-table',
    unique,
    statistics: {},
    partitionOf: parent === null ? null : qualified(parent.schema, parent.name),
    valid,
  };
}

function constraintFacts(constraint: TableConstraint): ConstraintFacts | null {
  const { relation, name, type, columns, index, references, validated, enforced } = constraint;
  const named = { schema: relation.schema, table: relation.name, name, partitioned: relation.partitionKey !== null };
  const deferral = 'not deferrable' as const;
  if ((type === 'p' || type === 'u') && index !== null) {
    const kind = type === 'p' ? 'primary key' : 'unique';
    const more = { deferral, partitionOf: null, valid: true, withoutOverlaps: false };
    return { ...named, ...bodyOf(index), ...more, type: kind };
  }
  if (type === 'x' && index !== null) {
    return { ...named, ...bodyOf(index), type: 'exclusion', deferral, partitionOf: null, valid: true, statistics: {} };
  }
  if (type === 'c') {
    const { expression, inheritable } = constraint;
    return { ...named, type: 'check', expression: expression ?? '', inheritable, validated, enforced };
  }
  if (type !== 'f' || references === null) return null;
  const { relation: other, columns: keys } = references;
  return {
    ...named,
    type: 'foreign key',
    columns: [...columns],
    references: { schema: other.schema, table: other.name, columns: keys },
    match: 'simple',
    onUpdate: 'no action',
    onDelete: actions[constraint.onDelete],
    deleteSets: [],
    period: false,
    deferral,
    validated,
    enforced,
  };
}

/** As the parser writes them. */
const actions = {
  a: 'no action',
  r: 'restrict',
  c: 'cascade',
  n: 'set null',
  d: 'set default',
} as const;

function typeObjects(
  { schema, name, type, base, notNull, values, checks, ...domain }: UserType,
  model: Model,
): readonly CatalogObject[] {
  const kind = { e: 'enum', d: 'domain', c: 'composite', r: 'range' }[type];
  const id = objectId(kind, [schema, name]);
  if (type !== 'd') {
    return [{ id, kind, parent: null, facts: { schema, name, labels: values.map((value) => value.name) } }];
  }
  const facts = {
    schema,
    name,
    type: withSchema(base ?? '', model),
    collation: null,
    default: domain.default,
    notNull,
    notNullName: null,
  };
  const asked = [...checks].map(([check, { validated }]) => ({
    id: objectId('domain-constraint', [schema, name, check]),
    kind: 'domain-constraint',
    parent: id,
    facts: { schema, domain: name, name: check, definition: '', validated },
  }));
  return [{ id, kind, parent: null, facts }, ...asked];
}

/** A catalogue names the user's types with their schemas, `public` too. */
function withSchema(type: string, model: Model): string {
  const own = model.type(parsePath(type.replace(/\[\]$/, '')) ?? []);
  return own === null ? type : `${qualified(own.schema, own.name)}${type.endsWith('[]') ? '[]' : ''}`;
}
