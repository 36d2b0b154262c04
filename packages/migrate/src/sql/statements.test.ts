import { expect, test } from 'vitest';
import { sqlSource } from './source.ts';
import { statementsOf } from './statements.ts';

function read(text: string, start = 0, end: number = text.length): readonly string[] {
  const source = sqlSource('m/1.sql', text);
  return statementsOf({ source, start, end }).map((statement) => {
    expect(source.text.slice(statement.start, statement.end)).toBe(statement.text);
    return statement.text;
  });
}

test('the statements of a section are those between its offsets', () => {
  const text = 'select 0;\nselect 1; -- one\n/* two */ select 2\n;select 3';
  expect(read(text, 10, text.indexOf(';select 3'))).toEqual(['select 1', 'select 2']);
});

test('what only says how psql shows things is passed over', () => {
  expect(read("\\restrict a\n\\set ON_ERROR_STOP on\nselect 1;\n\\echo done; it's\n\\timing\nselect 2;")).toEqual([
    'select 1',
    'select 2',
  ]);
});

test.each([
  ['select 1;\n  \\connect app\n', '\\connect is a command of psql, and migrations are not run by psql. (m/1.sql:2:3)'],
  ['\\set name value\nselect 1', '\\set is a command of psql'],
  ['\\i other.sql', '\\i is a command of psql'],
  [
    "select 1;\ncopy a from stdin;\n1\tit's\n\\.\n",
    'Rows behind COPY … FROM stdin can’t be sent in a migration. (m/1.sql:2:1)',
  ],
])('what a server can’t be sent is refused with its place: %j', (text, message) => {
  expect(() => read(text)).toThrow(
    expect.objectContaining({ code: 'FILE_INVALID', message: expect.stringContaining(message) }),
  );
});

test('Drizzle’s breakpoints end statements, with and without a semicolon', () => {
  expect(
    read('create a;--> statement-breakpoint\ncreate b --> statement-breakpoint\n--> statement-breakpoint\ncreate c'),
  ).toEqual(['create a', 'create b', 'create c']);
  expect(read("select '\n--> statement-breakpoint\n' --> something else\n, 1")).toHaveLength(1);
});

test('a long statement without quotes is one, and so is one with many', () => {
  const long = `insert into a values ${'(1, now(), b.c / 2 - 3), '.repeat(100_000)}(1)`;
  expect(read(`${long};select e'\\';' || "a;b" || u&'x;'`)).toEqual([long, `select e'\\';' || "a;b" || u&'x;'`]);
});
