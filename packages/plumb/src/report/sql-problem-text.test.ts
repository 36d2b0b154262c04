import { expect, test } from 'vitest';
import type { SqlFault } from '../sql/sql-fault.ts';
import { SqlProblem } from '../sql/sql-problem.ts';
import { createLook } from './look.ts';
import { renderSqlProblem } from './sql-problem-text.ts';

const look = createLook({ colour: false, width: 80, unicode: true, verbose: false });

function fault(message: string, file: string): SqlFault {
  const location = { file, line: 1, column: 8, endLine: 1, endColumn: 13 };
  return { message, location, sqlstate: '42P01', detail: null, hint: null, context: null, inner: null };
}

test('a statement that is refused is shown in its source', () => {
  const problem = new SqlProblem([
    { fault: fault('relation "posts" does not exist', 'a.sql'), source: { name: 'a.sql', text: 'table  posts;' } },
  ]);
  expect(problem.message).toBe('relation "posts" does not exist (a.sql:1:8, SQLSTATE 42P01)');
  expect(renderSqlProblem(problem, look)).toBe(
    [
      'error: relation "posts" does not exist',
      '  a.sql:1:8',
      '> 1 | table  posts;',
      '    |        ^^^^^',
      'SQLSTATE 42P01.',
    ].join('\n'),
  );
});

test('several that are refused together are shown one after another', () => {
  const source = { name: 'a.sql', text: 'table  posts;' };
  const problem = new SqlProblem(
    [
      { fault: fault('one', 'a.sql'), source },
      { fault: fault('two', 'b.sql'), source },
    ],
    { message: 'They need each other.', hint: 'Break the circle.' },
  );
  const text = renderSqlProblem(problem, look);
  expect(text).toMatch(
    /^error: They need each other\.\n {2}a\.sql:1:8\n.*\n {2}b\.sql:1:8\n.*\nhint: Break the circle\.\n/s,
  );
});
