import type { Contender } from './contender.ts';
import type { ContenderId } from './contender-names.ts';
import { drizzle } from './contenders/drizzle.ts';
import { pgDelta } from './contenders/pg-delta.ts';
import { plumb, plumbFirst } from './contenders/plumb.ts';

export const contenders: Readonly<Record<ContenderId, Contender>> = {
  plumb,
  'plumb-first': plumbFirst,
  'pg-delta': pgDelta,
  drizzle,
};
