import { expect, test } from 'vitest';
import { createLook } from './look.ts';
import { renderTable, type Table } from './table.ts';
import { textWidth } from './text-width.ts';

const look = (width: number, colour = false): ReturnType<typeof createLook> =>
  createLook({ colour, width, unicode: true, verbose: false });

const people: Table = {
  columns: [{ title: 'name' }, { title: 'posts', align: 'right' }, { title: 'about' }],
  rows: [
    ['Ada', '12', 'Wrote the first program, for a machine that was never built'],
    ['日本', '1234567', null],
  ],
};

test('columns are aligned, numbers on the right, missing values told apart', () => {
  expect(renderTable(people, look(200))).toBe(
    [
      'name    posts  about',
      '────  ───────  ───────────────────────────────────────────────────────────',
      'Ada        12  Wrote the first program, for a machine that was never built',
      '日本  1234567  NULL',
    ].join('\n'),
  );
});

test('the widest column gives way so that the table fits', () => {
  expect(renderTable(people, look(40))).toBe(
    [
      'name    posts  about',
      '────  ───────  ─────────────────────────',
      'Ada        12  Wrote the first program,…',
      '日本  1234567  NULL',
    ].join('\n'),
  );
});

test('no line is wider than the terminal', () => {
  for (let width = 24; width < 90; width += 1) {
    const lines = renderTable(people, look(width, true)).split('\n');
    expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(width);
  }
});

test('where columns have no room side by side, rows become records and nothing is cut', () => {
  const wide: Table = {
    columns: ['id', 'title', 'body', 'author'].map((title) => ({ title })),
    rows: [['1', 'A long enough title', 'Two\nlines', null]],
  };
  expect(renderTable(wide, look(24))).toBe(
    [
      '── 1 ───────────────────',
      'id      1',
      'title   A long enough title',
      'body    Two',
      '        lines',
      'author  NULL',
    ].join('\n'),
  );
});

test('a value of several lines makes a row of several lines', () => {
  expect(
    renderTable({ columns: [{ title: 'f' }, { title: 'n', align: 'right' }], rows: [['a\nbc', '1']] }, look(80)),
  ).toBe(['f   n', '──  ─', 'a   1', 'bc'].join('\n'));
});

test('a single column is never cut', () => {
  const plan = 'Seq Scan on posts  (cost=0.00..35.50 rows=2550 width=4)';
  expect(renderTable({ columns: [{ title: 'QUERY PLAN' }], rows: [[plan]] }, look(30))).toBe(
    ['QUERY PLAN', '─'.repeat(30), plan].join('\n'),
  );
});

test('paint does not move columns, and a value cannot steer the terminal', () => {
  const painted = renderTable(
    { columns: [{ title: 'a' }, { title: 'b' }], rows: [[{ text: 'on', paint: look(80, true).good }, '\u001b[2J']] },
    look(80, true),
  );
  expect(painted.split('\n')[2]).toBe('\u001b[32mon\u001b[39m  \\u001b[2J');
});

test('where only ASCII is safe, only ASCII is drawn', () => {
  expect(renderTable(people, { ...look(40), unicode: false }).split('\n')[1]).toBe(
    '----  -------  -------------------------',
  );
});

test('a table without rows shows its columns', () => {
  expect(renderTable({ columns: [{ title: 'id' }], rows: [] }, look(80))).toBe('id\n──');
});
