import type { LockMode } from '../../rehearsal/watch/lock-mode.ts';
import type { Relation } from '../model/element.ts';
import type { AlterCommand } from './alter-table.ts';

/** The lock that a command of ALTER TABLE takes, where it isn't ACCESS EXCLUSIVE. */
const weaker: Readonly<Partial<Record<NonNullable<AlterCommand['subtype']>, LockMode>>> = {
  AT_SetStatistics: 'ShareUpdateExclusiveLock',
  AT_SetOptions: 'ShareUpdateExclusiveLock',
  AT_ResetOptions: 'ShareUpdateExclusiveLock',
  AT_SetRelOptions: 'ShareUpdateExclusiveLock',
  AT_ResetRelOptions: 'ShareUpdateExclusiveLock',
  AT_ClusterOn: 'ShareUpdateExclusiveLock',
  AT_DropCluster: 'ShareUpdateExclusiveLock',
  AT_ValidateConstraint: 'ShareUpdateExclusiveLock',
  AT_AttachPartition: 'ShareUpdateExclusiveLock',
  AT_DetachPartitionFinalize: 'ShareUpdateExclusiveLock',
  AT_EnableTrig: 'ShareRowExclusiveLock',
  AT_EnableAlwaysTrig: 'ShareRowExclusiveLock',
  AT_EnableReplicaTrig: 'ShareRowExclusiveLock',
  AT_EnableTrigAll: 'ShareRowExclusiveLock',
  AT_EnableTrigUser: 'ShareRowExclusiveLock',
  AT_DisableTrig: 'ShareRowExclusiveLock',
  AT_DisableTrigAll: 'ShareRowExclusiveLock',
  AT_DisableTrigUser: 'ShareRowExclusiveLock',
};

export function lockOf({ subtype = 'AT_AddColumn', def }: AlterCommand): LockMode {
  if (subtype === 'AT_AddConstraint' && def !== undefined && 'Constraint' in def) {
    return def.Constraint.contype === 'CONSTR_FOREIGN' ? 'ShareRowExclusiveLock' : 'AccessExclusiveLock';
  }
  if (subtype === 'AT_DetachPartition' && def !== undefined && 'PartitionCmd' in def && def.PartitionCmd.concurrent) {
    return 'ShareUpdateExclusiveLock';
  }
  return weaker[subtype] ?? 'AccessExclusiveLock';
}

const ofWhole =
  /^AT_(?:AddColumn|DropColumn|AlterColumnType|SetNotNull|DropNotNull|ColumnDefault|AddConstraint|DropConstraint|ValidateConstraint|SetStatistics|SetStorage|SetCompression|SetExpression|DropExpression|AlterConstraint|AddIdentity|SetIdentity|DropIdentity)$/;
const ofPartitions = /^AT_(?:Enable|Disable)(?:Always|Replica)?Trig/;

/** Whether a command is meant for what inherits from a table, too. */
export function recurses({ subtype = 'AT_AddColumn', def }: AlterCommand, { partitionKey }: Relation): boolean {
  if (partitionKey !== null && ofPartitions.test(subtype)) return true;
  if (partitionKey === null && subtype === 'AT_AddConstraint' && def !== undefined && 'Constraint' in def) {
    const { contype, is_no_inherit: alone } = def.Constraint;
    return (contype === 'CONSTR_CHECK' && alone !== true) || contype === 'CONSTR_NOTNULL';
  }
  return ofWhole.test(subtype);
}
