// Written by scripts/generate-registries.mjs.

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
