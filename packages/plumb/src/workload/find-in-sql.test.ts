import { loadModule } from 'libpg-query';
import { expect, test } from 'vitest';
import { findInSql } from './find-in-sql.ts';
import { placeInFile } from './found-query.ts';

test('a query begins behind comments and commands of psql, EXPLAIN and PREPARE', async () => {
  await loadModule();
  const text = [
    '\\timing on',
    'SELECT 1;',
    '-- by day',
    'EXPLAIN (ANALYZE, BUFFERS) SELECT 2;',
    'explain analyze verbose UPDATE t SET a = 3;',
    'EXPLAIN (SELECT 4);',
    'PREPARE by_day (date, numeric(10, 2)) AS SELECT $1;',
    'SELECT explained FROM t;',
    '\\d t',
  ].join('\n');
  const found = await findInSql({ name: 'q.sql', text });
  if ('message' in found) throw new Error(found.message);
  expect(
    found.map((query) => {
      const { line, column } = placeInFile(query, 0, 1);
      return `${line}:${column} ${query.text}`;
    }),
  ).toEqual([
    '2:1 SELECT 1',
    '4:28 SELECT 2',
    '5:25 UPDATE t SET a = 3',
    '6:9 (SELECT 4)',
    '7:42 SELECT $1',
    '8:1 SELECT explained FROM t',
  ]);
});
