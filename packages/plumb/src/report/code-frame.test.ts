import { expect, test } from 'vitest';
import { renderCodeFrame } from './code-frame.ts';
import { createLook } from './look.ts';

const look = (width: number, colour = false): ReturnType<typeof createLook> =>
  createLook({ colour, width, unicode: true, verbose: false });

const source = [
  'create table posts (',
  '\tid bigint primary key,',
  '\tauthor bigint references authorz,',
  '\ttitle text',
  ');',
].join('\n');

test('the place is named, its neighbours are shown, and the mark stands under it, tabs or not', () => {
  const location = { file: 'db/posts.sql', line: 3, column: 27, endLine: 3, endColumn: 34 };
  expect(renderCodeFrame(location, source, look(80))).toBe(
    [
      '  db/posts.sql:3:27',
      '  1 | create table posts (',
      '  2 |     id bigint primary key,',
      '> 3 |     author bigint references authorz,',
      '    |                              ^^^^^^^',
      '  4 |     title text',
    ].join('\n'),
  );
});

test('the mark stands right after wide characters', () => {
  const frame = renderCodeFrame({ file: 'q', line: 1, column: 8 }, "select '日本' nonsense", look(80)).split('\n');
  expect(frame[2]?.indexOf('^')).toBe(frame[1]?.indexOf("'"));
  const after = renderCodeFrame({ file: 'q', line: 1, column: 13 }, "select '日本' nonsense", look(80)).split('\n');
  expect(after[2]).toBe(`    | ${' '.repeat(14)}^`);
});

test('a long line is cut around the mark', () => {
  const line = `select ${'a, '.repeat(100)}wrong ${', b'.repeat(100)}`;
  const column = line.indexOf('wrong') + 1;
  const frame = renderCodeFrame({ file: 'q', line: 1, column, endColumn: column + 5 }, line, look(60)).split('\n');
  expect(Math.max(...frame.map((each) => each.length))).toBeLessThanOrEqual(60);
  const at = frame[2]?.indexOf('^') ?? -1;
  expect(frame[1]?.slice(at, at + 5)).toBe('wrong');
  expect(frame[2]?.slice(at)).toBe('^^^^^');
});

test('an error at the end of the source is marked behind its last character', () => {
  const frame = renderCodeFrame({ file: 'q', line: 1, column: 7 }, 'select', look(80)).split('\n');
  expect(frame).toEqual(['  q:1:7', '> 1 | select', '    |       ^']);
});

test('windows line ends do not show', () => {
  expect(renderCodeFrame({ file: 'q', line: 2, column: 1 }, 'a\r\nb\r\n', look(80))).toBe(
    ['  q:2:1', '  1 | a', '> 2 | b', '    | ^', '  3 |'].join('\n'),
  );
});

test('without colour there is no control character, with colour the mark is red', () => {
  const location = { file: 'q', line: 1, column: 1 };
  expect(renderCodeFrame(location, '\u001b[31mx', look(80))).not.toContain('\u001b');
  expect(renderCodeFrame(location, 'x', look(80, true))).toContain('\u001b[31m^\u001b[39m');
});
