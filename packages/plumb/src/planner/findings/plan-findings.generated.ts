// Written by scripts/generate-registries.mjs.
import coldCacheFinding from './execution/cold-cache.ts';
import correlatedColumnsFinding from './execution/correlated-columns.ts';
import deadRowBloatFinding from './execution/dead-row-bloat.ts';
import diskSortFinding from './execution/disk-sort.ts';
import hashAggregateSpillFinding from './execution/hash-aggregate-spill.ts';
import hashBatchesFinding from './execution/hash-batches.ts';
import heapFetchesFinding from './execution/heap-fetches.ts';
import incrementalSortSkewFinding from './execution/incremental-sort-skew.ts';
import indexFilterDiscardsRowsFinding from './execution/index-filter-discards-rows.ts';
import jitDominatesFinding from './execution/jit-dominates.ts';
import joinFilterDiscardsRowsFinding from './execution/join-filter-discards-rows.ts';
import lossyBitmapFinding from './execution/lossy-bitmap.ts';
import memoizeThrashFinding from './execution/memoize-thrash.ts';
import misestimateFinding from './execution/misestimate.ts';
import planningLongerThanExecutionFinding from './execution/planning-longer-than-execution.ts';
import rowsRemovedByRecheckFinding from './execution/rows-removed-by-recheck.ts';
import runTimePruningFinding from './execution/run-time-pruning.ts';
import staleStatisticsFinding from './execution/stale-statistics.ts';
import tempBlocksFinding from './execution/temp-blocks.ts';
import triggerTimeFinding from './execution/trigger-time.ts';
import workersNotLaunchedFinding from './execution/workers-not-launched.ts';
import correlatedSubplanFinding from './plan/correlated-subplan.ts';
import cteFenceFinding from './plan/cte-fence.ts';
import disabledNodeUsedFinding from './plan/disabled-node-used.ts';
import functionWrappedColumnFinding from './plan/function-wrapped-column.ts';
import genericPlanFarFromCustomFinding from './plan/generic-plan-far-from-custom.ts';
import implicitCastFinding from './plan/implicit-cast.ts';
import innerSeqScanFinding from './plan/inner-seq-scan.ts';
import joinsBeyondCollapseLimitFinding from './plan/joins-beyond-collapse-limit.ts';
import largeOffsetFinding from './plan/large-offset.ts';
import likeWithoutPatternClassFinding from './plan/like-without-pattern-class.ts';
import limitAbortEarlyFinding from './plan/limit-abort-early.ts';
import nestedLoopExplosionFinding from './plan/nested-loop-explosion.ts';
import noPartitionPruningFinding from './plan/no-partition-pruning.ts';
import notInSubplanFinding from './plan/not-in-subplan.ts';
import orWithoutBitmapFinding from './plan/or-without-bitmap.ts';
import parallelRefusedFinding from './plan/parallel-refused.ts';
import seqScanDiscardsRowsFinding from './plan/seq-scan-discards-rows.ts';
import sortAnIndexWouldGiveFinding from './plan/sort-an-index-would-give.ts';
import wideRowsFinding from './plan/wide-rows.ts';
import type { PlanFinding } from './plan-finding.ts';

/** Every plan finding. */
export const planFindings: readonly PlanFinding[] = [
  coldCacheFinding,
  correlatedColumnsFinding,
  deadRowBloatFinding,
  diskSortFinding,
  hashAggregateSpillFinding,
  hashBatchesFinding,
  heapFetchesFinding,
  incrementalSortSkewFinding,
  indexFilterDiscardsRowsFinding,
  jitDominatesFinding,
  joinFilterDiscardsRowsFinding,
  lossyBitmapFinding,
  memoizeThrashFinding,
  misestimateFinding,
  planningLongerThanExecutionFinding,
  rowsRemovedByRecheckFinding,
  runTimePruningFinding,
  staleStatisticsFinding,
  tempBlocksFinding,
  triggerTimeFinding,
  workersNotLaunchedFinding,
  correlatedSubplanFinding,
  cteFenceFinding,
  disabledNodeUsedFinding,
  functionWrappedColumnFinding,
  genericPlanFarFromCustomFinding,
  implicitCastFinding,
  innerSeqScanFinding,
  joinsBeyondCollapseLimitFinding,
  largeOffsetFinding,
  likeWithoutPatternClassFinding,
  limitAbortEarlyFinding,
  nestedLoopExplosionFinding,
  noPartitionPruningFinding,
  notInSubplanFinding,
  orWithoutBitmapFinding,
  parallelRefusedFinding,
  seqScanDiscardsRowsFinding,
  sortAnIndexWouldGiveFinding,
  wideRowsFinding,
];
