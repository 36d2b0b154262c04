import type { Catalog, CatalogObject } from '../../catalog-object.ts';
import { identifier, objectId } from '../../identifier.ts';
import { chosenName } from '../../object-name.ts';
import { type Column, columnId, isColumn, type NotNull } from '../column/column-facts.ts';
import type { Attribute, CompositeFacts } from '../composite/composite-facts.ts';
import { isTable } from './table-facts.ts';

/** What a table has its columns from, by id: the table that it is a partition of, or those that it inherits from. */
export function parentsOf(catalog: Catalog, relation: string): readonly string[] {
  return (linesOf(catalog).parents.get(relation) ?? []).filter((id) => catalog.objects.has(id));
}

/** Tables that have columns from this one, by id. */
export function childrenOf(catalog: Catalog, relation: string): readonly string[] {
  return linesOf(catalog).children.get(relation) ?? [];
}

/** Those, and the ones that have columns from them in turn. */
export function descendantsOf(catalog: Catalog, relation: string): readonly string[] {
  const found = new Set<string>();
  const add = (id: string): void => {
    for (const child of linesOf(catalog).children.get(id) ?? []) {
      if (!found.has(child)) {
        found.add(child);
        add(child);
      }
    }
  };
  add(relation);
  return [...found];
}

export function relationIdOf({ facts }: Column): string {
  return objectId(facts.relation, [facts.schema, facts.table]);
}

/** The column of a table as it is, be it its own or inherited. */
export function effectiveColumn(catalog: Catalog, relation: string, name: string): Column | null {
  const own = catalog.objects.get(`column ${nameOf(relation)}.${identifier(name)}`);
  const mine = own && isColumn(own) ? own : null;
  if (mine !== null && !mine.facts.inherited) return mine;
  const sources = parentsOf(catalog, relation).flatMap((parent) => effectiveColumn(catalog, parent, name) ?? []);
  const source = sources[0] ?? attributeOf(catalog, relation, name);
  if (source === undefined || source === null) return null;
  const [schema = '', table = ''] = pathOf(catalog, relation);
  const notNull = inheritedNotNull(catalog, relation, sources);
  const { facts } = source;
  return {
    id: columnId(schema, table, name),
    kind: 'column',
    parent: relation,
    facts: {
      ...facts,
      schema,
      table,
      relation: relation.startsWith('table ') ? 'table' : 'foreign-table',
      inherited: false,
      notNull: mine?.facts.notNull ?? notNull,
      identity: mine?.facts.identity ?? (isPartition(catalog, relation) ? facts.identity : null),
      generated: mine?.facts.generated ?? facts.generated,
      storage: mine?.facts.storage ?? facts.storage,
      compression: mine?.facts.compression ?? facts.compression,
      statistics: mine?.facts.statistics ?? null,
      options: mine?.facts.options ?? {},
      foreignOptions: mine?.facts.foreignOptions ?? {},
    },
  };
}

/** Partitions count with their parent, other children don't. */
function isPartition(catalog: Catalog, relation: string): boolean {
  const table = catalog.objects.get(relation);
  return table !== undefined && isTable(table) && table.facts.partitionOf !== null;
}

/** A NOT NULL that is handed down keeps the name that it has there. */
function inheritedNotNull(catalog: Catalog, relation: string, sources: readonly Column[]): NotNull | null {
  const source = sources.find(({ facts }) => facts.notNull?.inheritable)?.facts;
  if (!source?.notNull || catalog.major < 18) return source?.notNull ?? null;
  const known = catalog.objects.get(relation)?.notes?.notNulls?.[source.name];
  return { ...source.notNull, name: known ?? source.notNull.name ?? chosenName(source.table, source.name, 'not_null') };
}

/** All columns of a table as they are. */
export function columnsOf(catalog: Catalog, relation: string): readonly Column[] {
  const names = new Set<string>();
  const add = (id: string): void => {
    for (const { facts } of linesOf(catalog).columns.get(id) ?? []) names.add(facts.name);
    for (const parent of parentsOf(catalog, id)) add(parent);
    for (const { name } of attributesOf(catalog, id)) names.add(name);
  };
  add(relation);
  return [...names].flatMap((name) => effectiveColumn(catalog, relation, name) ?? []);
}

/** A typed table's column, out of its type. */
function attributeOf(catalog: Catalog, relation: string, name: string): Column | null {
  for (const attribute of attributesOf(catalog, relation)) {
    if (attribute.name !== name) continue;
    const [schema = '', table = ''] = pathOf(catalog, relation);
    return {
      id: columnId(schema, table, name),
      kind: 'column',
      parent: relation,
      facts: {
        schema,
        table,
        name,
        relation: 'table',
        inherited: false,
        type: attribute.type,
        collation: attribute.collation,
        notNull: null,
        identity: null,
        generated: null,
        storage: null,
        compression: null,
        statistics: null,
        options: {},
        foreignOptions: {},
      },
    };
  }
  return null;
}

function attributesOf(catalog: Catalog, relation: string): readonly Attribute[] {
  const ofType = textFact(catalog.objects.get(relation), 'ofType');
  const type = ofType === null ? undefined : catalog.objects.get(`composite ${ofType}`);
  return type !== undefined && isComposite(type) ? type.facts.attributes : [];
}

function isComposite(object: CatalogObject): object is CatalogObject<CompositeFacts> {
  return object.kind === 'composite';
}

interface Lines {
  readonly columns: ReadonlyMap<string, readonly Column[]>;
  readonly parents: ReadonlyMap<string, readonly string[]>;
  readonly children: ReadonlyMap<string, readonly string[]>;
}

const known = new WeakMap<Catalog, Lines>();

function linesOf(catalog: Catalog): Lines {
  const found = known.get(catalog) ?? findLines(catalog);
  known.set(catalog, found);
  return found;
}

function findLines(catalog: Catalog): Lines {
  const parents = new Map<string, readonly string[]>();
  const children = new Map<string, string[]>();
  const columns = new Map<string, Column[]>();
  for (const object of catalog.objects.values()) {
    if (isColumn(object)) {
      const relation = relationIdOf(object);
      const known = columns.get(relation);
      if (known === undefined) columns.set(relation, [object]);
      else known.push(object);
    }
    if (object.kind !== 'table' && object.kind !== 'foreign-table') continue;
    const partitionOf = textFact(object, 'partitionOf');
    const inherits: unknown = 'inherits' in object.facts ? object.facts.inherits : [];
    const names = partitionOf === null ? (Array.isArray(inherits) ? inherits : []) : [partitionOf];
    const ids = names.map((name) => [`table ${name}`, `foreign-table ${name}`].find((id) => catalog.objects.has(id)));
    const found = ids.filter((id) => id !== undefined);
    if (found.length === 0) continue;
    parents.set(object.id, found);
    for (const id of found) children.set(id, [...(children.get(id) ?? []), object.id]);
  }
  return { columns, parents, children };
}

function textFact(object: CatalogObject | undefined, name: string): string | null {
  const value = Object.entries(object?.facts ?? {}).find(([fact]) => fact === name)?.[1];
  return typeof value === 'string' ? value : null;
}

/** `public.users` of `table public.users`. */
function nameOf(relation: string): string {
  return relation.slice(relation.indexOf(' ') + 1);
}

function pathOf(catalog: Catalog, relation: string): readonly string[] {
  const object = catalog.objects.get(relation);
  return [textFact(object, 'schema') ?? '', textFact(object, 'name') ?? ''];
}
