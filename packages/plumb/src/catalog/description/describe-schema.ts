import type { CatalogObject } from '../catalog-object.ts';
import { childrenOf, columnsOf } from '../kinds/table/lineage.ts';
import { kinds } from '../kinds.generated.ts';
import { isRelation, kindOf, partitionOf, type Relation, sizeOf } from './describe-relation.ts';
import { isRoutine, type Routine } from './describe-routine.ts';
import { isType, type Type } from './describe-type.ts';
import type {
  DatabaseDescription,
  OtherSummary,
  RelationSummary,
  SchemaDescription,
  TypeSummary,
} from './description.ts';
import { isOf } from './facts-by-kind.ts';
import { nameOf, type Surroundings } from './surroundings.ts';

/** What a whole database holds, in the order in which a person looks for it. */
export function describeDatabase(around: Surroundings): DatabaseDescription {
  const objects = [...around.catalog.objects.values()];
  const extensions = objects.filter((each) => isOf(each, 'extension')).sort(byId);
  return {
    schemas: objects
      .filter(({ kind }) => kind === 'schema')
      .sort(byId)
      .map((schema) => describeSchema(schema, around, '')),
    extensions: extensions.map(({ id, facts }) => ({
      name: nameOf(id),
      comment: around.comment(id),
      version: facts.version,
    })),
    others: objects.filter((each) => isAlone(each) && schemaOf(each) === null).map((each) => other(each, around)),
  };
}

export function describeSchema(schema: CatalogObject, around: Surroundings, sql: string): SchemaDescription {
  const name = 'name' in schema.facts ? schema.facts.name : null;
  const objects = [...around.catalog.objects.values()].filter((each) => schemaOf(each) === name).sort(byId);
  const relations = objects.filter(isRelation).map((each) => relation(each, around));
  const isView = ({ kind }: RelationSummary): boolean => kind === 'view' || kind === 'materialized-view';
  const { usedBy: _all, ...common } = around.common(schema);
  return {
    kind: 'schema',
    ...common,
    usedBy: [],
    tables: relations.filter((each) => !isView(each)),
    views: relations.filter(isView),
    types: objects.filter(isType).map((each) => type(each, around)),
    routines: objects.filter(isRoutine).map((each) => ({ ...routine(each), comment: around.comment(each.id) })),
    sequences: objects
      .filter(({ kind, parent }) => kind === 'sequence' && parent === null)
      .map(({ id }) => ({ name: nameOf(id), comment: around.comment(id) })),
    others: objects.filter(isAlone).map((each) => other(each, around)),
    sql,
  };
}

function relation(object: Relation, around: Surroundings): RelationSummary {
  const view = isOf(object, 'view', 'materialized-view') ? object.facts.columns.length : null;
  return {
    kind: kindOf(object),
    name: nameOf(object.id),
    comment: around.comment(object.id),
    columns: view ?? columnsOf(around.catalog, object.id).length,
    partitions: isOf(object, 'table') && object.facts.partitionKey ? childrenOf(around.catalog, object.id).length : 0,
    partitionOf: partitionOf(object.id, around)?.table ?? null,
    ...sizeOf(object, around),
  };
}

function type(object: Type, around: Surroundings): TypeSummary {
  return { kind: object.kind, name: nameOf(object.id), of: madeOf(object), comment: around.comment(object.id) };
}

function madeOf(object: Type): string {
  if (isOf(object, 'enum')) return object.facts.labels.join(', ');
  if (isOf(object, 'domain')) return object.facts.type;
  if (isOf(object, 'range')) return object.facts.subtype;
  if (!isOf(object, 'composite')) return '';
  return object.facts.attributes.map((each) => `${each.name} ${each.type}`).join(', ');
}

function routine(object: Routine): Omit<SchemaDescription['routines'][number], 'comment'> {
  const name = nameOf(object.id);
  if (isOf(object, 'aggregate')) return { kind: 'aggregate', name, returns: object.facts.returns };
  const returns = isOf(object, 'function', 'procedure') ? object.facts.result : null;
  return { kind: object.kind === 'procedure' ? 'procedure' : 'function', name, returns };
}

function other({ id, kind }: CatalogObject, around: Surroundings): OtherSummary {
  return { kind, name: nameOf(id), comment: around.comment(id) };
}

const listed: ReadonlySet<string> = new Set(['schema', 'extension', 'sequence']);
const told: ReadonlySet<string> = new Set(['comment', 'owner', 'grant', 'built-in-grant', 'default-privilege']);

/** Whether it belongs to nothing and is in no other list. */
function isAlone(object: CatalogObject): boolean {
  if (object.parent !== null && !object.parent.startsWith('schema ')) return false;
  if (listed.has(object.kind) || told.has(object.kind) || !kinds.has(object.kind)) return false;
  return !isRelation(object) && !isType(object) && !isRoutine(object);
}

function schemaOf({ facts }: CatalogObject): string | null {
  return 'schema' in facts && typeof facts.schema === 'string' ? facts.schema : null;
}

function byId(one: CatalogObject, other: CatalogObject): number {
  return one.id < other.id ? -1 : 1;
}
