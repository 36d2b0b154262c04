import { expect, test } from 'vitest';
import { sqlSource } from './source.ts';
import { splitStatements } from './split-statements.ts';

async function split(text: string): Promise<readonly (readonly [line: number, text: string, understood: boolean])[]> {
  const { statements } = await splitStatements(sqlSource('q.sql', text));
  return (statements ?? []).map((statement) => {
    expect(text.slice(statement.start).startsWith(statement.text)).toBe(true);
    return [statement.line, statement.text, statement.tree !== null];
  });
}

test('statements end at semicolons, but not at those in texts, comments and bodies', async () => {
  const body =
    'create function f() returns int language sql begin atomic select 1; select case when true then 2 end; end';
  const block = 'do $x$ begin perform 1; end $x$';
  expect(await split(`select ';';\n-- a; b\n${block};\n/* ; */ ${body};\r\nselect "a;b"`)).toEqual([
    [1, "select ';'", true],
    [3, block, true],
    [4, body, true],
    [5, 'select "a;b"', true],
  ]);
});

test('places are right behind letters of every width', async () => {
  expect(await split("select 'é日👩'; select '👩';\nselect 'ö'")).toEqual([
    [1, "select 'é日👩'", true],
    [1, "select '👩'", true],
    [2, "select 'ö'", true],
  ]);
});

test('there are no statements in blanks, comments and lone semicolons', async () => {
  expect(await split('')).toEqual([]);
  expect(await split(' \n ')).toEqual([]);
  expect(await split('-- nothing\n;;')).toEqual([]);
});

test('a statement that the parser refuses is set apart from its neighbours', async () => {
  const rule = 'create rule r as on insert to t do also (select 1; select 2)';
  const routine = 'create procedure p() language sql begin atomic select 1; end';
  expect(await split(`select 1;\n${rule};\nselect 'é' frobnicate all;\n ${routine};`)).toEqual([
    [1, 'select 1', true],
    [2, rule, true],
    [3, "select 'é' frobnicate all", false],
    [4, routine, true],
  ]);
});

test('a quote that never ends is found before anything is run', async () => {
  const result = await splitStatements(sqlSource('q.sql', "select '👩';\nselect 'open"));
  expect(result).toMatchObject({
    statements: null,
    fault: { offset: 20, message: expect.stringContaining('unterminated') },
  });
});
