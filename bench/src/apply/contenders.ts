import type { Contender } from './contender.ts';
import type { ContenderId } from './contender-names.ts';
import { dbmate } from './contenders/dbmate.ts';
import { drizzle } from './contenders/drizzle.ts';
import { byHand } from './contenders/hand.ts';
import { nodePgMigrate } from './contenders/node-pg-migrate.ts';
import { plumb, plumbUp } from './contenders/plumb.ts';

export const contenders: Readonly<Record<ContenderId, Contender>> = {
  plumb,
  'plumb-up': plumbUp,
  dbmate,
  'node-pg-migrate': nodePgMigrate,
  drizzle,
  'hand-durable': byHand('on'),
  hand: byHand('off'),
};
