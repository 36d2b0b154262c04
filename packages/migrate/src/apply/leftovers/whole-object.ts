import { textOf } from '../../client/row.ts';
import type { Session } from '../../client/session.ts';
import { literal } from '../../sql/literal.ts';
import { namePattern } from '../../sql/without-comments.ts';
import type { Leftover } from './leftover.ts';

const statement = new RegExp(
  String.raw`^(?<verb>create|drop)\s+(?<kind>database|tablespace|subscription)\s+(?:if\s+exists\s+)?(?<name>${namePattern})`,
  'iu',
);

const catalogs: Readonly<Record<string, string>> = {
  database: 'pg_database WHERE datname',
  tablespace: 'pg_tablespace WHERE spcname',
  subscription: 'pg_subscription WHERE subname',
};

/** Objects of the whole server, which are there or not there, never in part. */
export function wholeObject(sql: string): Leftover | null {
  const groups = statement.exec(sql)?.groups;
  const catalog = catalogs[groups?.kind?.toLowerCase() ?? ''];
  if (groups?.name === undefined || catalog === undefined) return null;
  const created = groups.verb?.toLowerCase() === 'create';
  const isThere = async (session: Session): Promise<boolean> => {
    const [row] = await session.run(
      `SELECT EXISTS (SELECT FROM ${catalog} = (parse_ident(${literal(groups.name ?? '')}))[1])::text AS there`,
    );
    return textOf(row, 'there') === 'true';
  };
  return {
    remember: async (session) => JSON.stringify({ there: await isThere(session) }),
    async settle(session, memory) {
      const before: { there: boolean } = JSON.parse(memory);
      return before.there !== created && (await isThere(session)) === created ? 'done' : 'again';
    },
  };
}
