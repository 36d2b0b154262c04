export const contenderNames = {
  plumb: 'pgplumb, backfill section',
  hand: 'by hand, the same key ranges',
  'skip-locked': 'SKIP LOCKED loop',
  'skip-locked-commit': 'SKIP LOCKED loop, COMMIT in each round',
  whole: 'one UPDATE',
} as const;

export type ContenderId = keyof typeof contenderNames;
