import type { Node } from 'libpg-query';
import { identifier } from '../../catalog/identifier.ts';
import { chosenName } from '../../catalog/object-name.ts';
import { namesIn } from '../../rules/sql/nodes-of.ts';
import type { Index, Relation } from '../model/element.ts';
import { keyOf, type Model } from '../model/model.ts';
import { columnsIn, familyOf, inParentheses, listed, type Reading } from '../reading.ts';

type IndexStmt = Extract<Node, { IndexStmt: unknown }>['IndexStmt'];

export function createIndex(statement: IndexStmt, { model, effects, text }: Reading): void {
  const { relation: named, idxname, concurrent = false, if_not_exists: mayExist } = statement;
  const relation = named === undefined ? null : model.relation(named);
  if (relation === null || named === undefined) return;
  const recurses = named.inh === true && relation.partitionKey !== null;
  const tables = recurses ? familyOf(relation) : [relation];
  const isThere = mayExist === true && idxname !== undefined && model.findIndex(relation.schema, idxname) !== null;
  for (const table of isThere ? [relation] : tables) {
    effects.lock(table, concurrent ? 'ShareUpdateExclusiveLock' : 'ShareLock');
    if (!isThere && (recurses || relation.partitionKey === null)) effects.scan(table);
  }
  if (isThere) return;
  const found = indexOf(statement, text, named.location ?? 0);
  const name = idxname ?? freeName(model, relation, chosenName(relation.name, found.named, 'idx'));
  const index = model.addIndex(relation, name, { ...found, valid: recurses || relation.partitionKey === null });
  if (recurses) addToPartitions(model, index);
}

type Body = Pick<Index, 'method' | 'unique' | 'keys' | 'columns' | 'uses' | 'computed' | 'include' | 'where'>;

function indexOf(statement: IndexStmt, text: string, location: number): Body & { readonly named: string } {
  const { indexParams = [], accessMethod: method = 'btree', unique = false, whereClause } = statement;
  const elements = indexParams.flatMap((each) => ('IndexElem' in each ? [each.IndexElem] : []));
  const columns = elements.map(({ name }) => name ?? null);
  const include = elementsOf(statement.indexIncludingParams);
  const computed = new Set([...elements.flatMap(({ expr }) => [...columnsIn(expr)]), ...columnsIn(whereClause)]);
  const [, where = null] = /\bwhere\s+([\s\S]*)$/i.exec(text) ?? [];
  return {
    method,
    unique,
    keys: listed(inParentheses(text, location)),
    columns,
    computed,
    uses: new Set([...columns.flatMap((column) => column ?? []), ...include, ...computed]),
    include: include.map(identifier),
    where: whereClause === undefined ? null : where,
    named: elements.map(({ name, expr }) => name ?? nameOf(expr)).join('_'),
  };
}

/** As PostgreSQL calls an expression in the name of its index. */
function nameOf(expression: Node | undefined): string {
  if (expression !== undefined && 'FuncCall' in expression)
    return namesIn(expression.FuncCall.funcname).at(-1) ?? 'expr';
  return 'expr';
}

export function elementsOf(nodes: readonly Node[] | undefined): readonly string[] {
  return (nodes ?? []).flatMap((each) => ('IndexElem' in each ? (each.IndexElem.name ?? []) : []));
}

/** Makes the part of an index that each partition has, or one of them. */
export function addToPartitions(model: Model, index: Index, ...only: readonly Relation[]): void {
  for (const partition of only.length > 0 ? only : index.relation.children) {
    if (index.relation.partitionKey === null) return;
    const alike = [...partition.indexes].find(
      (each) => each.parent === null && isAlike(each, index) && (index.constraint === null || each.constraint !== null),
    );
    if (alike !== undefined) {
      alike.parent = index;
      continue;
    }
    const label = index.constraint === null ? 'idx' : index.constraint.type === 'p' ? 'pkey' : 'key';
    const named = label === 'pkey' ? null : index.columns.map((column) => column ?? 'expr').join('_');
    const name = freeName(model, partition, chosenName(partition.name, named, label));
    const { schema: _, origin: __, relation: ___, name: ____, constraint, ...body } = index;
    addToPartitions(model, model.addIndex(partition, name, { ...body, parent: index, constraint }));
  }
}

function isAlike(one: Index, other: Index): boolean {
  return one.keys.join() === other.keys.join() && one.method === other.method && one.unique === other.unique;
}

/** With a number where another has the name. */
export function freeName(model: Model, { schema }: Relation, name: string): string {
  const isTaken = (each: string): boolean => {
    const key = keyOf({ schema, name: each });
    return model.indexes.has(key) || model.relations.has(key);
  };
  let free = name;
  for (let at = 1; isTaken(free); at++) free = `${name}${at}`;
  return free;
}
