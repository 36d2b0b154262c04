import { expect, test } from 'vitest';
import { readScript } from './psql-script.ts';
import { sqlSource } from './source.ts';

function texts(text: string): readonly string[] {
  return readScript(sqlSource('q.sql', text)).map(({ start, end }) => text.slice(start, end));
}

test('statements end at semicolons, but not at those in quotes, comments and parentheses', () => {
  expect(
    texts(`-- a; b
      select ';', E'\\';', "a;b", $$;$$, $x$;$$;$x$ /* ; /* ; */ ; */ where a$b$c = 1;;
      create rule r as on insert to t do also (select 1; select 2) ; select 'é;👩' -- ;`),
  ).toEqual([
    `select ';', E'\\';', "a;b", $$;$$, $x$;$$;$x$ /* ; /* ; */ ; */ where a$b$c = 1`,
    'create rule r as on insert to t do also (select 1; select 2)',
    "select 'é;👩' -- ;",
  ]);
});

test('semicolons in BEGIN ATOMIC bodies end no statement, and BEGIN of a transaction opens no body', () => {
  const routine =
    'create or replace function f() returns int language sql begin atomic select case when true then 1 end; select 2; end';
  expect(texts(`begin; ${routine}; commit;\nend;`)).toEqual(['begin', routine, 'commit', 'end']);
  expect(texts('create table begin_end (a int); select 1')).toEqual(['create table begin_end (a int)', 'select 1']);
});

test('rows behind COPY FROM stdin go up to the line with backslash and dot, whatever is in them', () => {
  const script = "copy public.t (a, b) from stdin;\n1\tit's;\n2\t\\N\n\\.\n\nselect 1;\ncopy u from stdin;\n\\.\n";
  expect(readScript(sqlSource('q.sql', script))).toMatchObject([
    { kind: 'statement', rows: "1\tit's;\n2\t\\N\n" },
    { kind: 'statement', rows: null },
    { kind: 'statement', rows: '' },
  ]);
});

test('a backslash at the start of a statement is for psql, up to the end of its line', () => {
  const script = '\\restrict abc;d\nselect 1;\n\\connect app\r\nselect 2';
  expect(readScript(sqlSource('q.sql', script))).toMatchObject([
    { kind: 'psql', words: ['\\restrict', 'abc;d'] },
    { kind: 'statement' },
    { kind: 'psql', words: ['\\connect', 'app'] },
    { kind: 'statement' },
  ]);
});

test('what never ends reaches to the end of the text', () => {
  for (const open of ["select 'a; b", 'select "a; b', 'select $x$ a; b $$', 'select /* /* */ ; b', "select E'\\'; b"]) {
    expect(texts(open)).toEqual([open]);
  }
});

test('a text of many megabytes is one token', () => {
  const long = `select '${"x''".repeat(2_000_000)}'`;
  expect(texts(`${long};select 1`)).toEqual([long, 'select 1']);
});
