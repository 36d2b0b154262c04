import type { Node } from 'libpg-query';
import { namesIn, nodesOf } from '../rules/sql/nodes-of.ts';
import type { EnumValue } from './model/element.ts';
import type { Model } from './model/model.ts';
import { isOfType } from './statements/types.ts';

/** What PostgreSQL says where it refuses a statement. */
export interface Refusal {
  readonly message: string;
  readonly sqlstate: string;
}

/** Why PostgreSQL refuses a statement, where what is known leaves no doubt. `fresh` are enum values of its own transaction. */
export function refusalOf(tree: Node, model: Model, fresh: ReadonlySet<EnumValue>): Refusal | null {
  return (
    concurrentlyOnPartitioned(tree, model) ??
    usedTooEarly(tree, model, fresh) ??
    readByView(tree, model) ??
    notRefreshed(tree, model)
  );
}

function concurrentlyOnPartitioned(tree: Node, model: Model): Refusal | null {
  if ('IndexStmt' in tree && tree.IndexStmt.concurrent === true && tree.IndexStmt.relation !== undefined) {
    const table = model.find(tree.IndexStmt.relation);
    if (table?.partitionKey == null) return null;
    return { message: `cannot create index on partitioned table "${table.name}" concurrently`, sqlstate: '0A000' };
  }
  if (!('DropStmt' in tree) || tree.DropStmt.concurrent !== true) return null;
  for (const object of tree.DropStmt.objects ?? []) {
    const [name = '', schema] = [...namesIn('List' in object ? object.List.items : [])].reverse();
    const index = model.findIndex(schema, name);
    if (index?.relation.partitionKey == null) continue;
    return { message: `cannot drop partitioned index "${name}" concurrently`, sqlstate: '0A000' };
  }
  return null;
}

/** A value may be used once it is committed, or where its type is as new. */
function usedTooEarly(tree: Node, model: Model, fresh: ReadonlySet<EnumValue>): Refusal | null {
  if (fresh.size === 0 || 'AlterEnumStmt' in tree) return null;
  const words = new Set([...nodesOf(tree, 'A_Const')].flatMap(({ A_Const: { sval } }) => sval?.sval ?? []));
  const relations = [...model.relations.values()].filter(({ name }) => mentions(tree, name));
  for (const { name, of } of fresh) {
    const isMeant =
      relations.some(({ columns }) => [...columns.values()].some(({ type }) => isOfType(type, of))) ||
      [...nodesOf(tree, 'TypeName')].some(({ TypeName }) => namesIn(TypeName.names).at(-1) === of.name);
    if (words.has(name) && isMeant) {
      return { message: `unsafe use of new value "${name}" of enum type ${of.name}`, sqlstate: '55P04' };
    }
  }
  return null;
}

function mentions(tree: unknown, name: string): boolean {
  if (typeof tree !== 'object' || tree === null) return false;
  if ('relname' in tree && tree.relname === name) return true;
  return Object.values(tree).some((each) => mentions(each, name));
}

function readByView(tree: Node, model: Model): Refusal | null {
  if (!('AlterTableStmt' in tree) || tree.AlterTableStmt.relation === undefined) return null;
  const table = model.find(tree.AlterTableStmt.relation);
  if (table === null) return null;
  for (const each of tree.AlterTableStmt.cmds ?? []) {
    if (!('AlterTableCmd' in each) || each.AlterTableCmd.subtype !== 'AT_AlterColumnType') continue;
    const { name = '' } = each.AlterTableCmd;
    const isRead = [...model.relations.values()].some(
      ({ kind, reads, words }) => kind !== 'table' && reads.has(table) && (words.has(name) || words.has('*')),
    );
    if (isRead) return { message: 'cannot alter type of a column used by a view or rule', sqlstate: '0A000' };
  }
  return null;
}

function notRefreshed(tree: Node, model: Model): Refusal | null {
  if (!('RefreshMatViewStmt' in tree) || tree.RefreshMatViewStmt.concurrent !== true) return null;
  const { relation: named = {} } = tree.RefreshMatViewStmt;
  const view = model.find(named);
  // one whose definition nobody told may have such an index
  if (view === null || view.reads.size === 0) return null;
  const isUsable = [...view.indexes].some(
    ({ unique, where, columns }) => unique && where === null && columns.every((column) => column !== null),
  );
  if (isUsable) return null;
  return { message: `cannot refresh materialized view "${view.schema}.${view.name}" concurrently`, sqlstate: '55000' };
}
