import { dropInvalid, indexesWhere, memoryOf, oidsOf } from './invalid-indexes.ts';
import type { Leftover } from './leftover.ts';

const besides = String.raw`NOT i.indisvalid AND c.relname ~ '_cc(new|old)\d*$'`;

/** One that is cut off leaves the new index or the old one beside the other, invalid; whether it was done can't matter. */
export function reindex(sql: string): Leftover | null {
  if (!/^reindex\b/i.test(sql)) return null;
  return {
    async remember(session) {
      return memoryOf(await indexesWhere(session, besides));
    },
    async settle(session, memory) {
      const before = oidsOf(memory);
      await dropInvalid(
        session,
        (await indexesWhere(session, besides)).filter(({ oid }) => !before.has(oid)),
      );
      return 'again';
    },
  };
}
