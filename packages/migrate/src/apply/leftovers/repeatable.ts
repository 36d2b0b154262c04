import type { Leftover } from './leftover.ts';

/** What leads to the same however often it runs. */
export function repeatable(sql: string): Leftover | null {
  const again =
    /^(?:vacuum|analyze|cluster|checkpoint|alter\s+system|alter\s+database|refresh\s+materialized|alter\s+type\b.*\badd\s+value\s+if\s+not\s+exists)\b/is;
  return again.test(sql) ? { remember: async () => '{}', settle: async () => 'again' } : null;
}
