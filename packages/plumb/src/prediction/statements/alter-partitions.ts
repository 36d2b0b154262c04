import { familyOf } from '../reading.ts';
import type { Alter } from './alter-table.ts';
import { isProven } from './constraints.ts';
import { checkDefaultPartition, inherit, speaksOfKey } from './create-table.ts';

export function attachPartition(alter: Alter): void {
  const { command, relation, model, effects, work } = alter;
  const { def } = command;
  if (def === undefined || !('PartitionCmd' in def) || def.PartitionCmd.name === undefined) return;
  const partition = model.relation(def.PartitionCmd.name);
  if (partition === null) return;
  const isDefault = def.PartitionCmd.bound?.is_default === true;
  const [key = ''] = relation.partitionKey ?? [];
  // PostgreSQL wants it proven that no key is NULL, too
  const isFilled = partition.columns.get(key)?.notNull != null || isProven(partition, key);
  const proven = !isDefault && isFilled && speaksOfKey(partition, relation);
  for (const each of familyOf(partition)) {
    effects.lock(each, 'AccessExclusiveLock');
    if (!proven) work.scans.add(each);
  }
  const had = new Set(partition.indexes);
  partition.bound = { isDefault };
  inherit(partition, relation, alter, true);
  if ([...partition.indexes].some((index) => !had.has(index)))
    for (const each of familyOf(partition)) work.scans.add(each);
  checkDefaultPartition(relation, partition, alter);
}

export function detachPartition({ command, relation, model, effects }: Alter): void {
  const { def } = command;
  if (def === undefined || !('PartitionCmd' in def) || def.PartitionCmd.name === undefined) return;
  const partition = model.relation(def.PartitionCmd.name);
  if (partition === null) return;
  const isConcurrent = def.PartitionCmd.concurrent === true || command.subtype === 'AT_DetachPartitionFinalize';
  effects.lock(partition, 'AccessExclusiveLock');
  const rest = [...relation.children].filter(({ bound }) => bound?.isDefault === true);
  if (!isConcurrent) for (const each of rest) effects.lock(each, 'AccessExclusiveLock');
  relation.children.delete(partition);
  partition.parents.delete(relation);
  partition.bound = null;
}
