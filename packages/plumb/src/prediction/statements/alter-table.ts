import type { Node } from 'libpg-query';
import { strongestOf } from '../../rehearsal/watch/lock-mode.ts';
import type { Index, Relation } from '../model/element.ts';
import { familyOf, indexFamily, type Reading } from '../reading.ts';
import { alterColumn } from './alter-column.ts';
import { alterConstraint } from './alter-constraint.ts';
import { lockOf, recurses } from './alter-locks.ts';
import { attachPartition, detachPartition } from './alter-partitions.ts';
import { alterWhole } from './alter-whole.ts';
import { dropColumn } from './drop.ts';

type AlterTableStmt = Extract<Node, { AlterTableStmt: unknown }>['AlterTableStmt'];
export type AlterCommand = Extract<Node, { AlterTableCmd: unknown }>['AlterTableCmd'];

/** What an ALTER TABLE has to do to the rows in the end: all its commands share one pass over each table. */
export interface Alter extends Reading {
  readonly command: AlterCommand;
  readonly relation: Relation;
  /** The relation, and what inherits from it unless ONLY is written. */
  readonly family: readonly Relation[];
  readonly work: { readonly rewrites: Set<Relation>; readonly scans: Set<Relation>; readonly rebuilds: Set<Index> };
}

export function alterTable(statement: AlterTableStmt, reading: Reading): void {
  const { model, effects } = reading;
  const { relation: named = {}, cmds = [], objtype, missing_ok: mayLack } = statement;
  const commands = cmds.flatMap((each) => ('AlterTableCmd' in each ? [each.AlterTableCmd] : []));
  const index = model.findIndex(named.schemaname, named.relname ?? '');
  if (objtype === 'OBJECT_INDEX' || index !== null) {
    for (const command of commands)
      alterIndex(command, index ?? model.index(named.schemaname, named.relname ?? ''), reading);
    return;
  }
  if (objtype === 'OBJECT_TYPE') return;
  const kind = objtype === 'OBJECT_SEQUENCE' ? 'sequence' : objtype === 'OBJECT_VIEW' ? 'view' : 'table';
  const isKnown = mayLack === true && model.complete;
  const relation = isKnown ? model.find(named) : model.relation(named, kind);
  if (relation === null) return;
  const whole = named.inh === true ? familyOf(relation) : [relation];
  const isLock = commands.map((each) => lockOf(each));
  effects.lock(relation, strongestOf(isLock) ?? 'AccessExclusiveLock');
  const work: Alter['work'] = { rewrites: new Set(), scans: new Set(), rebuilds: new Set() };
  for (const command of [...commands].sort((one, other) => passOf(one) - passOf(other))) {
    const family = recurses(command, relation) ? whole : [relation];
    for (const each of family) effects.lock(each, strongestOf(isLock) ?? lockOf(command));
    alter({ ...reading, command, relation, family, work });
  }
  for (const table of work.rewrites) effects.rewrite(table);
  for (const table of work.scans) effects.scan(table);
  for (const each of work.rebuilds) {
    effects.rebuild(each);
    effects.scan(each.relation);
  }
}

function alter(each: Alter): void {
  const { command, relation } = each;
  const { subtype = '' } = command;
  if (subtype === 'AT_AttachPartition') attachPartition(each);
  else if (/^AT_DetachPartition/.test(subtype)) detachPartition(each);
  else if (subtype === 'AT_DropColumn') {
    const isThere =
      relation.columns.has(command.name ?? '') || (relation.open && !(command.missing_ok && each.model.complete));
    if (isThere) dropColumn(command.name ?? '', relation, each);
  } else if (!alterConstraint(each) && !alterColumn(each)) alterWhole(each);
}

/** PostgreSQL drops first, then changes types, then adds columns, then the rest. */
function passOf({ subtype = 'AT_AddColumn' }: AlterCommand): number {
  if (subtype === 'AT_DropColumn' || subtype === 'AT_DropConstraint') return 0;
  if (subtype === 'AT_AlterColumnType' || subtype === 'AT_SetExpression') return 1;
  return subtype === 'AT_AddColumn' ? 2 : 3;
}

/** An index is locked, and its table isn't. */
function alterIndex({ subtype, def }: AlterCommand, index: Index, { effects, model }: Reading): void {
  if (subtype === 'AT_SetTableSpace') effects.rebuild(index);
  if (subtype !== 'AT_AttachPartition' || def === undefined || !('PartitionCmd' in def)) return;
  const { schemaname, relname = '' } = def.PartitionCmd.name ?? {};
  const part = model.index(schemaname, relname);
  effects.lock(index.relation, 'AccessShareLock');
  effects.lock(part.relation, 'AccessShareLock');
  part.parent = index;
  const parts = indexFamily(index).filter(({ parent }) => parent === index);
  index.valid = parts.length >= index.relation.children.size;
}
