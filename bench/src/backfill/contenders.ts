import { withClient } from '../with-client.ts';
import type { Contender } from './contender.ts';
import type { ContenderId } from './contender-names.ts';
import { byHand } from './contenders/hand.ts';
import { plumb } from './contenders/plumb.ts';
import { skipLockedLoop, update } from './statement.ts';

export const contenders: Readonly<Record<ContenderId, Contender>> = {
  plumb,
  hand: byHand,
  'skip-locked': inOne(skipLockedLoop('')),
  'skip-locked-commit': inOne(skipLockedLoop('COMMIT;')),
  whole: inOne(update),
};

function inOne(sql: string): Contender {
  return ({ url }) => withClient(url, async (client) => void (await client.query(sql)));
}
