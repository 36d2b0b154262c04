export const contenderNames = {
  plumb: 'pgplumb, migrate()',
  'plumb-up': 'pgplumb, plumb up',
  dbmate: 'dbmate up',
  'node-pg-migrate': 'node-pg-migrate, runner()',
  drizzle: 'drizzle-orm, migrate()',
  'hand-durable': 'by hand, a commit each',
  hand: 'by hand, the disk at the end',
} as const;

export type ContenderId = keyof typeof contenderNames;
