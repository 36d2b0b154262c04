import type { Context } from '../../kind.ts';
import type { Default } from './default-facts.ts';

/** PostgreSQL's own functions whose result is another each time, as far as they occur in defaults. */
const volatile =
  /\b(nextval|setval|random|random_normal|gen_random_uuid|uuidv4|uuidv7|uuid_generate_v\w+|gen_random_bytes|clock_timestamp|timeofday|pg_sleep|txid_current|pg_current_xact_id)\(/;

/** Whether a default must be worked out for each row that is there. */
export function isVolatile({ id, facts }: Default, { to }: Context): boolean {
  if (volatile.test(facts.expression ?? '')) return true;
  for (const needed of to.needs.get(id) ?? []) {
    const found = to.objects.get(needed)?.facts;
    // What a function does is only known to be the same each time where it says so.
    if (found && needed.startsWith('function ')) {
      const volatility = Object.entries(found).find(([name]) => name === 'volatility')?.[1];
      if (volatility === 'VOLATILE') return true;
    }
  }
  return false;
}
