import type { Finding } from '../../contract/finding.ts';
import { readQueries } from '../../planner/capture/queries.ts';
import { connect } from '../../postgres/connection/connect.ts';
import { withClient } from '../../postgres/with-client.ts';
import { note } from '../../sources/stand-ins/note.ts';
import { settingsOf } from '../../sources/url/settings-of.ts';
import type { FoundQuery } from '../../workload/found-query.ts';
import type { CheckRequest } from './check-migrations.ts';

/** The place of what a server tells: of no file. */
const placeName = 'pg_stat_statements';

export interface ServerQueries {
  readonly queries: readonly ServerQuery[];
  readonly notes: readonly Finding[];
}

export interface ServerQuery extends FoundQuery {
  readonly calls: number;
  readonly totalMilliseconds: number;
}

/** What a server is asked, as `pg_stat_statements` remembers it: with `$1` in the place of values. */
export function queriesOfServer(
  url: string,
  { cwd, env, signal }: Pick<CheckRequest, 'cwd' | 'env' | 'signal'>,
): Promise<ServerQueries> {
  return withClient(
    () => connect(settingsOf(url, { cwd, env }), { signal }),
    signal,
    async (client) => {
      await client.query('begin read only');
      const { queries, unseen } = await readQueries(client);
      await client.query('rollback');
      const own = queries.filter(({ sql }) => !ofCatalog.test(sql));
      const why = 'Queries that are not seen are not checked.';
      const missing = own.length === 0 && unseen.length === 0;
      return {
        queries: own.map(({ sql, calls, totalMilliseconds }) => ({ ...foundQuery(sql), calls, totalMilliseconds })),
        notes: [
          ...unseen.map(({ what, todo }) => note('Statements are not seen', [what, todo ?? ''].join(' ').trim(), why)),
          ...(missing ? [note('The server tells no queries', `${placeName} is not installed, or empty.`, why)] : []),
        ],
      };
    },
  );
}

/** Tools ask these, and no application. */
const ofCatalog = /\b(?:pg_catalog|information_schema|pg_stat\w*|pg_settings|pg_class|plumb)\b/i;

function foundQuery(text: string): FoundQuery {
  const end = text.length;
  return {
    source: { name: placeName, text },
    start: 0,
    end,
    text,
    pieces: [{ at: 0, length: end, from: 0, fileLength: end }],
    written: 'server',
    holes: [...text.matchAll(/\$\d+/g)].map(({ index }) => index),
    open: false,
    inLoop: false,
  };
}

/** A finding about a query that stands in no file says which it is. */
export function toldWithQuery(finding: Finding, { text, calls, totalMilliseconds }: ServerQuery): Finding {
  const words = text.replaceAll(/\s+/g, ' ').trim();
  const shown = words.length > 200 ? `${words.slice(0, 199)}…` : words;
  return {
    ...finding,
    message: `${finding.message} The query: ${shown}`,
    evidence: { ...finding.evidence, query: text, calls, totalMilliseconds },
  };
}
