import { textOrNull } from '../../client/row.ts';
import { literal } from '../../sql/literal.ts';
import { namePattern } from '../../sql/without-comments.ts';
import type { Leftover } from './leftover.ts';

const detach = new RegExp(
  String.raw`^alter\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?(?<table>${namePattern})\s+detach\s+partition\s+(?<partition>${namePattern})\s+concurrently`,
  'iu',
);

/** One that is cut off leaves the partition marked as on its way out, which only FINALIZE ends. */
export function partitionDetach(sql: string): Leftover | null {
  const groups = detach.exec(sql)?.groups;
  if (groups?.table === undefined || groups.partition === undefined) return null;
  const { table, partition } = groups;
  return {
    remember: async () => '{}',
    async settle(session) {
      const [row] = await session.run(`SELECT inhdetachpending::text AS pending FROM pg_inherits
        WHERE inhparent = to_regclass(${literal(table)}) AND inhrelid = to_regclass(${literal(partition)})`);
      const pending = textOrNull(row, 'pending');
      if (pending === 'false') return 'again';
      if (pending === 'true') await session.run(`ALTER TABLE ${table} DETACH PARTITION ${partition} FINALIZE`);
      return 'done';
    },
  };
}
