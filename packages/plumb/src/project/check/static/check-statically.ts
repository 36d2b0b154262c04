import type { Check, CheckRequest } from '../check-migrations.ts';
import { checkedStep } from '../checked-step.ts';
import { pendingOf } from '../pending-of.ts';
import { judgeMigrations } from './judge-migrations.ts';
import { staticGround } from './static-ground.ts';

/** Says what pending migrations would do from their text, without a server. */
export async function checkStatically(request: CheckRequest): Promise<Check> {
  const { settings, pending } = await pendingOf(request);
  const { signal, progress } = request;
  const given = request.base !== undefined || pending.base.type === 'migrations';
  const { label, major, prediction } = await staticGround(pending.base, { major: settings.major, given, signal });
  const { levels } = settings;
  const { steps, findings } = await judgeMigrations(pending.migrations, prediction, {
    major,
    levels,
    signal,
    progress,
  });
  return {
    checked: {
      migrations: pending.migrations.map(({ version }) => version),
      because: pending.because,
      base: label,
      unread: prediction.unread.length,
    },
    postgres: null,
    steps: steps.map(checkedStep),
    findings,
  };
}
