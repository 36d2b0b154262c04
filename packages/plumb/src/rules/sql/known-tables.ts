import { type Node, parseSync } from 'libpg-query';
import type { Catalog } from '../../catalog/catalog-object.ts';
import { parsePath, qualified } from '../../catalog/identifier.ts';
import { isColumn } from '../../catalog/kinds/column/column-facts.ts';
import { standsOnIndex } from '../../catalog/kinds/constraint/constraint-facts.ts';
import { type IndexBody, isIndex } from '../../catalog/kinds/index/index-facts.ts';
import { isTable } from '../../catalog/kinds/table/table-facts.ts';
import { factsOf } from '../facts/objects-of.ts';
import { namesIn } from './nodes-of.ts';
import { shapeOf } from './shape-of.ts';

/** A table, or a materialized view, as a query sees it. */
export interface KnownTable {
  readonly schema: string;
  /** Qualified. */
  readonly name: string;
  readonly columns: ReadonlyMap<string, KnownColumn>;
  readonly indexes: readonly KnownIndex[];
}

export interface KnownColumn {
  readonly name: string;
  readonly type: string;
  readonly collation: string | null;
  readonly notNull: boolean;
}

export interface KnownIndex {
  readonly method: string;
  readonly unique: boolean;
  readonly partial: boolean;
  readonly keys: readonly KnownKey[];
}

export interface KnownKey {
  /** Null where it is an expression. */
  readonly column: string | null;
  /** The shape of the expression, or of the column. */
  readonly shape: string;
  readonly operatorClass: string | null;
  readonly collation: string | null;
}

type KnownTables = ReadonlyMap<string, KnownTable>;

const known = new WeakMap<Catalog, KnownTables>();

/** The tables of a catalogue by their qualified names, with columns that they have from others. */
function knownTables(catalog: Catalog): KnownTables {
  const found = known.get(catalog) ?? readTables(catalog);
  known.set(catalog, found);
  return found;
}

/** The table that a name means: in its schema, else in public, else the only one of that name. */
export function tableNamed(catalog: Catalog, schema: string | undefined, name: string): KnownTable | null {
  const tables = knownTables(catalog);
  if (schema !== undefined) return tables.get(qualified(schema, name)) ?? null;
  const inPublic = tables.get(qualified('public', name));
  if (inPublic !== undefined) return inPublic;
  const others = [...tables.values()].filter((table) => table.name === qualified(table.schema, name));
  return others.length === 1 ? (others[0] ?? null) : null;
}

function readTables(catalog: Catalog): KnownTables {
  const tables = new Map<string, KnownTable & { columns: Map<string, KnownColumn>; indexes: KnownIndex[] }>();
  const parents = new Map<string, readonly string[]>();
  const objects = [...catalog.objects.values()];
  for (const { facts } of objects.filter(isTable)) {
    const { schema, partitionOf, inherits } = facts;
    const name = qualified(schema, facts.name);
    tables.set(name, { schema, name, columns: new Map(), indexes: [] });
    parents.set(name, partitionOf === null ? inherits : [partitionOf]);
  }
  const bare = (schema: string, table: string) => tables.get(qualified(schema, table));
  for (const { facts } of objects.filter(isColumn)) {
    const { name, type, collation, notNull } = facts;
    if (type !== null) {
      bare(facts.schema, facts.table)?.columns.set(name, { name, type, collation, notNull: notNull !== null });
    }
  }
  for (const { schema, name, columns } of factsOf(catalog, 'materialized-view')) {
    const known = columns.map((column) => [column.name, { ...column, notNull: false }] as const);
    tables.set(qualified(schema, name), {
      schema,
      name: qualified(schema, name),
      columns: new Map(known),
      indexes: [],
    });
  }
  const add = (name: string | undefined, index: IndexBody, unique: boolean): void => {
    if (name !== undefined) tables.get(name)?.indexes.push(knownIndex(index, unique));
  };
  for (const { facts } of objects.filter(isIndex)) {
    if (facts.valid) add(qualified(facts.schema, facts.table), facts, facts.unique);
  }
  for (const { facts } of objects.filter(standsOnIndex)) {
    const name = qualified(facts.schema, facts.table);
    add(name, facts, facts.type !== 'exclusion');
    if (facts.type === 'primary key') markNotNull(tables.get(name)?.columns, facts.keys);
  }
  for (const [name, table] of tables) inherit(table.columns, parents.get(name) ?? [], tables, parents);
  return tables;
}

function markNotNull(columns: Map<string, KnownColumn> | undefined, keys: readonly string[]): void {
  for (const key of keys) {
    const column = columns?.get(parsePath(key)?.[0] ?? '');
    if (column !== undefined) columns?.set(column.name, { ...column, notNull: true });
  }
}

function inherit(
  columns: Map<string, KnownColumn>,
  from: readonly string[],
  tables: KnownTables,
  parents: ReadonlyMap<string, readonly string[]>,
): void {
  for (const parent of from) {
    for (const [name, column] of tables.get(parent)?.columns ?? []) if (!columns.has(name)) columns.set(name, column);
    inherit(columns, parents.get(parent) ?? [], tables, parents);
  }
}

function knownIndex({ method, keys, where }: IndexBody, unique: boolean): KnownIndex {
  return { method, unique, partial: where !== null, keys: keys.map(knownKey) };
}

/** Those of an exclusion constraint end with an operator. */
const excluding = / WITH (?:OPERATOR\([^)]*\)|\S+)$/;

/** The parser is there: a query was parsed before anybody asks for its tables. */
function knownKey(key: string): KnownKey {
  const statement: Node | undefined = parseSync(`CREATE INDEX ON t (${key.replace(excluding, '')})`).stmts?.[0]?.stmt;
  const param = statement !== undefined && 'IndexStmt' in statement ? statement.IndexStmt.indexParams?.[0] : undefined;
  if (param === undefined || !('IndexElem' in param))
    return { column: null, shape: key, operatorClass: null, collation: null };
  const { name, expr, opclass, collation } = param.IndexElem;
  return {
    column: name ?? null,
    shape: name === undefined ? shapeOf(expr) : shapeOf({ ColumnRef: { fields: [{ String: { sval: name } }] } }),
    operatorClass: namesIn(opclass).at(-1) ?? null,
    collation: namesIn(collation).at(-1) ?? null,
  };
}
