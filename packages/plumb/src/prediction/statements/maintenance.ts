import type { Node, RangeVar } from 'libpg-query';
import { lockModes } from '../../rehearsal/watch/lock-mode.ts';
import { nodesOf } from '../../rules/sql/nodes-of.ts';
import type { Index, Relation } from '../model/element.ts';
import { familyOf, type Reading } from '../reading.ts';
import { foreignKeysTo } from './constraints.ts';

type Of<Name extends string> = Extract<Node, Record<Name, unknown>> extends Record<Name, infer Body> ? Body : never;

export function truncate({ relations = [], behavior }: Of<'TruncateStmt'>, reading: Reading): void {
  const named = relationsIn(relations, reading);
  const emptied = new Set(named.flatMap(familyOf));
  if (behavior === 'DROP_CASCADE') {
    for (const table of emptied) {
      for (const { relation } of foreignKeysTo(reading.model, table)) {
        for (const each of familyOf(relation)) emptied.add(each);
      }
    }
  }
  for (const table of emptied) {
    reading.effects.lock(table, 'AccessExclusiveLock');
    reading.effects.rewrite(table);
  }
}

export function lockTables({ relations = [], mode = 8 }: Of<'LockStmt'>, reading: Reading): void {
  const lock = lockModes[mode - 1] ?? 'AccessExclusiveLock';
  for (const table of relationsIn(relations, reading).flatMap(familyOf)) reading.effects.lock(table, lock);
}

export function vacuum({ options = [], rels = [], is_vacuumcmd: vacuums }: Of<'VacuumStmt'>, reading: Reading): void {
  const { model, effects } = reading;
  const isFull = vacuums === true && options.some((each) => 'DefElem' in each && each.DefElem.defname === 'full');
  const named = [...nodesOf(rels, 'VacuumRelation')].flatMap(({ VacuumRelation: { relation } }) =>
    relation === undefined ? [] : (model.relation(relation) ?? []),
  );
  const all = [...model.relations.values()].filter(({ kind }) => kind === 'table' || kind === 'materialized view');
  for (const table of rels.length === 0 ? all : named.flatMap(familyOf)) {
    if (isFull && table.partitionKey !== null) continue;
    effects.lock(table, isFull ? 'AccessExclusiveLock' : 'ShareUpdateExclusiveLock');
    if (isFull) effects.rewrite(table);
  }
}

export function cluster({ relation: named }: Of<'ClusterStmt'>, { model, effects }: Reading): void {
  const table = named === undefined ? null : model.relation(named);
  if (table === null) return;
  effects.lock(table, 'AccessExclusiveLock');
  effects.rewrite(table);
}

export function reindex({ kind, relation: named, params = [], name }: Of<'ReindexStmt'>, reading: Reading): void {
  const { model, effects } = reading;
  const isConcurrent = params.some((each) => 'DefElem' in each && each.DefElem.defname === 'concurrently');
  const mode = isConcurrent ? 'ShareUpdateExclusiveLock' : 'ShareLock';
  const work = (table: Relation, indexes: Iterable<Index>): void => {
    if (table.partitionKey !== null) return;
    effects.lock(table, mode);
    effects.scan(table);
    for (const index of indexes) effects.rebuild(index);
  };
  if (kind === 'REINDEX_OBJECT_INDEX') {
    const index = model.index(named?.schemaname, named?.relname ?? '');
    work(index.relation, [index]);
  } else if (kind === 'REINDEX_OBJECT_TABLE') {
    const table = named === undefined ? null : model.relation(named);
    for (const each of table === null ? [] : familyOf(table)) work(each, each.indexes);
  } else {
    for (const each of [...model.relations.values()]) {
      if ((kind === 'REINDEX_OBJECT_SCHEMA' && each.schema !== name) || each.indexes.size === 0) continue;
      work(each, each.indexes);
    }
  }
}

export function refresh(
  { concurrent, skipData, relation: named }: Of<'RefreshMatViewStmt'>,
  { model, effects }: Reading,
): void {
  const view = named === undefined ? null : model.relation(named, 'materialized view');
  if (view === null) return;
  effects.lock(view, concurrent === true ? 'ExclusiveLock' : 'AccessExclusiveLock');
  if (skipData !== true) {
    for (const each of [...view.reads].flatMap(familyOf)) {
      effects.lock(each, 'AccessShareLock');
      effects.scan(each);
    }
  }
  if (concurrent === true) effects.scan(view);
  else effects.refill(view);
  view.populated = skipData !== true;
}

function relationsIn(nodes: readonly Node[], { model }: Reading): readonly Relation[] {
  const named: readonly RangeVar[] = nodes.flatMap((each) => ('RangeVar' in each ? [each.RangeVar] : []));
  return named.flatMap((each) => model.relation(each) ?? []);
}
