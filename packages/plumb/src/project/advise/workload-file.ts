import { extname, resolve } from 'node:path';
import { locationAt } from '@pgplumb/migrate/sql';
import { z } from 'zod';
import type { AdviceQuery } from '../../advice/query.ts';
import { Problem } from '../../contract/problem.ts';
import { problemOf } from '../../sql/problem-of.ts';
import { readSqlFile, type SqlSource } from '../../sql/source.ts';
import { findInSql } from '../../workload/find-in-sql.ts';
import { csvRecords } from './csv-records.ts';

/** The queries of a file: SQL, or a list with the number of calls as JSON or CSV. */
export async function readWorkload(name: string, cwd: string): Promise<readonly AdviceQuery[]> {
  const source = await readSqlFile(name, resolve(cwd, name));
  switch (extname(name).toLowerCase()) {
    case '.json':
      return listed(source, jsonRows(source));
    case '.csv':
      return listed(source, csvRecords(source.text));
    default:
      return fromSql(source);
  }
}

/** Its weight may stand in a comment before a statement: `-- calls: 1200`. */
async function fromSql(source: SqlSource): Promise<readonly AdviceQuery[]> {
  const found = await findInSql(source);
  if ('message' in found) {
    const { line } = locationAt(source, found.offset, found.offset + 1);
    throw new Problem('SQL_FAILED', `${source.name}:${line} can't be read: ${found.message}`);
  }
  return found.map(({ start, end, text }, at) => {
    const before = source.text.slice(found[at - 1]?.end ?? 0, start);
    const [, weight] = /(?:calls|weight)\s*[:=]\s*(\d+(?:\.\d+)?)/i.exec(before) ?? [];
    const { line } = locationAt(source, start, end);
    return { name: `${source.name}:${line}`, sql: text, weight: weight === undefined ? 1 : Number(weight) };
  });
}

const count = z.coerce.number().nonnegative();
const row = z.object({
  query: z.string().optional(),
  sql: z.string().optional(),
  calls: count.optional(),
  weight: count.optional(),
});

function listed(source: SqlSource, rows: readonly unknown[]): readonly AdviceQuery[] {
  return rows.map((each, at) => {
    const parsed = row.safeParse(each);
    const { query, sql = query, weight, calls = weight ?? 1 } = parsed.data ?? {};
    if (sql === undefined) {
      throw new Problem('USAGE', `Entry ${at + 1} of ${source.name} is no query with its number of calls.`, {
        hint: 'Each has `query`, as text, and `calls`, a number, as pg_stat_statements has them.',
      });
    }
    return { name: `${source.name}#${at + 1}`, sql, weight: calls };
  });
}

function jsonRows({ name, text }: SqlSource): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return value;
  } catch (error) {
    throw problemOf(new Problem('USAGE', `${name} is no JSON.`, { cause: error }));
  }
  throw new Problem('USAGE', `${name} holds no list of queries.`, {
    hint: 'As JSON: [{ "query": "SELECT …", "calls": 1200 }, …]',
  });
}
