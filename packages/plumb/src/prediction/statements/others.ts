import type { Node } from 'libpg-query';
import { namesIn, nodesOf } from '../../rules/sql/nodes-of.ts';
import type { Relation } from '../model/element.ts';
import { familyOf, type Reading } from '../reading.ts';
import { readQuery } from './rows.ts';

type Of<Name extends string> = Extract<Node, Record<Name, unknown>> extends Record<Name, infer Body> ? Body : never;

export function createView({ view, query }: Of<'ViewStmt'>, reading: Reading): void {
  const { model, effects } = reading;
  const known = view === undefined ? null : model.find(view);
  if (known !== null) effects.lock(known, 'AccessExclusiveLock');
  const { reads, words } = readQuery(query, reading, 'lock');
  if (known === null) {
    const schema = view?.relpersistence === 't' ? 'pg_temp' : view?.schemaname;
    model.addRelation({ kind: 'view', schema, name: view?.relname ?? '', open: true, reads, words });
  } else for (const each of reads) known.reads.add(each);
}

export function createTrigger(
  { relation: named, trigname: name = '', constrrel, funcname }: Of<'CreateTrigStmt'>,
  { model, effects }: Reading,
): void {
  const table = named === undefined ? null : model.relation(named);
  if (table === null) return;
  for (const each of table.partitionKey === null ? [table] : familyOf(table))
    effects.lock(each, 'ShareRowExclusiveLock');
  const other = constrrel === undefined ? null : model.relation(constrrel);
  if (other !== null) effects.lock(other, 'AccessShareLock');
  const calls = namesIn(funcname).at(-1) ?? null;
  table.attached.add({ kind: 'trigger', relation: table, name, calls, first: null, gone: false });
}

export function createPolicy(
  { table: named, policy_name: name = '' }: Of<'CreatePolicyStmt'>,
  { model, effects }: Reading,
): void {
  const table = named === undefined ? null : model.relation(named);
  if (table === null) return;
  effects.lock(table, 'AccessExclusiveLock');
  table.attached.add({ kind: 'policy', relation: table, name, calls: null, first: null, gone: false });
}

export function createFunction(
  { funcname, options = [], replace }: Of<'CreateFunctionStmt'>,
  { model }: Reading,
): void {
  const volatility = options.flatMap((each) =>
    'DefElem' in each && each.DefElem.defname === 'volatility'
      ? namesIn(each.DefElem.arg === undefined ? [] : [each.DefElem.arg])
      : [],
  );
  const names = namesIn(funcname);
  const [body = null] = options.flatMap((each) =>
    'DefElem' in each && each.DefElem.defname === 'as' ? bodyIn(each.DefElem.arg) : [],
  );
  const volatile = !volatility.some((word) => word === 'immutable' || word === 'stable');
  if (replace !== true || model.routine(names) === null) model.addRoutine(names, { volatile, wasThere: false, body });
}

function bodyIn(node: Node | undefined): readonly string[] {
  return node !== undefined && 'List' in node ? namesIn(node.List.items).slice(0, 1) : [];
}

export function createSequence({ sequence, if_not_exists: mayExist }: Of<'CreateSeqStmt'>, { model }: Reading): void {
  if (sequence === undefined || (mayExist === true && model.find(sequence) !== null)) return;
  const { schemaname: schema, relname: name = '' } = sequence;
  model.addRelation({ kind: 'sequence', schema, name, open: false });
}

export function alterSequence({ sequence, options = [] }: Of<'AlterSeqStmt'>, { model, effects }: Reading): void {
  const relation = sequence === undefined ? null : model.relation(sequence, 'sequence');
  if (relation === null) return;
  effects.lock(relation, 'ShareRowExclusiveLock');
  for (const { DefElem: option } of nodesOf(options, 'DefElem')) {
    if (option.defname !== 'owned_by' || option.arg === undefined || !('List' in option.arg)) continue;
    const [column = '', table = '', schema] = [...namesIn(option.arg.List.items)].reverse();
    const owner = model.find({ relname: table, ...(schema === undefined ? {} : { schemaname: schema }) });
    relation.owner = owner?.columns.get(column) ?? null;
  }
}

/** COMMENT and the like change nothing that others wait for, but two of them wait for each other. */
export function comment({ objtype = 'OBJECT_TABLE', object }: Of<'CommentStmt'>, { model, effects }: Reading): void {
  const names = object !== undefined && 'List' in object ? namesIn(object.List.items) : [];
  const own = /^OBJECT_(?:COLUMN|TABCONSTRAINT|TRIGGER|POLICY|RULE)$/.test(objtype);
  if (!own && !/^OBJECT_(?:TABLE|VIEW|MATVIEW|FOREIGN_TABLE|SEQUENCE)$/.test(objtype)) return;
  const [name = '', schema] = [...(own ? names.slice(0, -1) : names)].reverse();
  const named = { relname: name, ...(schema === undefined ? {} : { schemaname: schema }) };
  const relation: Relation | null = model.relation(named);
  if (relation === null) return;
  effects.lock(relation, own && objtype !== 'OBJECT_COLUMN' ? 'AccessShareLock' : 'ShareUpdateExclusiveLock');
}

export function setVariable({ kind, name, args = [] }: Of<'VariableSetStmt'>, { model }: Reading): void {
  const values = args.flatMap((each) => ('A_Const' in each ? (each.A_Const.sval?.sval ?? []) : []));
  const isSet = kind === 'VAR_SET_VALUE' && values.length > 0;
  if (name === 'search_path')
    model.searchPath = isSet ? values.filter((each) => each !== '"$user"' && each !== '$user') : ['public'];
  if (name?.toLowerCase() === 'timezone') model.timeZone = isSet ? (values[0] ?? null) : null;
}
