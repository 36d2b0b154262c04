import { type ScanToken, scanSync } from 'libpg-query';
import { literal } from '../../catalog/identifier.ts';

/** A schema that none of the user's objects is in. */
const schema = 'plumb';

const functions = {
  now: 'timestamptz',
  transaction_timestamp: 'timestamptz',
  statement_timestamp: 'timestamptz',
  CURRENT_TIMESTAMP: 'timestamptz',
  LOCALTIMESTAMP: 'timestamp',
  CURRENT_DATE: 'date',
} as const;

const keywords: ReadonlySet<string> = new Set(['current_timestamp', 'localtimestamp', 'current_date']);

/**
 * Functions that say when a profile was captured. The planner evaluates `now()` to estimate, and what was the last hour
 * then is the last hour in the statistics. They are as costly as PostgreSQL's own, and in PL/pgSQL, which isn't inlined.
 */
export function captureTime(at: string): string {
  return [
    `create schema if not exists ${schema}; grant usage on schema ${schema} to public`,
    ...Object.entries(functions).map(
      ([name, type]) => `
        create function ${schema}."${name}"() returns pg_catalog.${type} language plpgsql stable strict parallel safe cost 1
        as ${literal(`begin return ${literal(at)}::pg_catalog.timestamptz; end`)}`,
    ),
  ].join(';\n');
}

/** Where a session looks for functions first. */
export const findCaptureTime = `
  SELECT pg_catalog.set_config('search_path', '${schema}, pg_catalog, ' || pg_catalog.current_setting('search_path'), true)`;

/** A query with our functions in place of its key words for the time; null where it doesn't ask for the time. */
export function asOfCapture(sql: string): string | null {
  if (!/\b(now|transaction_timestamp|statement_timestamp|current_timestamp|localtimestamp|current_date)\b/i.test(sql))
    return null;
  const bytes = Buffer.from(sql);
  const { tokens } = scanSync(sql);
  const parts: string[] = [];
  let from = 0;
  for (const [at, token] of tokens.entries()) {
    if (!isTime(token) || tokens[at + 1]?.text === '(') continue;
    parts.push(bytes.toString('utf8', from, token.start), `"${token.text.toUpperCase()}"()`);
    from = token.end;
  }
  return parts.join('') + bytes.toString('utf8', from);
}

function isTime({ text, keywordName }: ScanToken): boolean {
  return keywordName === 'RESERVED_KEYWORD' && keywords.has(text.toLowerCase());
}

/** What EXPLAIN says, in the words of the query. */
export function inItsWords<Value>(explained: Value): Value {
  const text = JSON.stringify(explained)
    .replaceAll(/\\"(CURRENT_TIMESTAMP|LOCALTIMESTAMP|CURRENT_DATE)\\"\(\)/g, '$1')
    .replaceAll(/\bpg_catalog\.(now|transaction_timestamp|statement_timestamp)\(\)/g, '$1()');
  return JSON.parse(text);
}
