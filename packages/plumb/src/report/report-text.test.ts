import { expect, test } from 'vitest';
import type { Finding } from '../contract/finding.ts';
import { Problem } from '../contract/problem.ts';
import { renderFields } from './fields.ts';
import { renderFindings } from './finding-text.ts';
import { createLook } from './look.ts';
import { renderProblem } from './problem-text.ts';

const look = (width: number, colour = false): ReturnType<typeof createLook> =>
  createLook({ colour, width, unicode: true, verbose: false });

test('a problem is what happened, and what to try, wrapped under its label', () => {
  const problem = new Problem('PORT_IN_USE', 'Port 5432 is taken by another program.', {
    hint: 'Choose another with --port.',
  });
  expect(renderProblem(problem, look(Number.POSITIVE_INFINITY))).toBe(
    'error: Port 5432 is taken by another program.\nhint: Choose another with --port.',
  );
  expect(renderProblem(problem, look(30))).toBe(
    ['error: Port 5432 is taken by', '       another program.', 'hint: Choose another with', '      --port.'].join(
      '\n',
    ),
  );
  expect(renderProblem(problem, look(80, true))).toContain('\u001b[31merror: \u001b[39mPort');
});

test('what a server says in a message cannot steer the terminal', () => {
  const problem = new Problem('SQL_FAILED', 'no \u001b[2J such\ntable');
  expect(renderProblem(problem, look(80))).toBe('error: no \\u001b[2J such\n       table');
});

test('findings tell what, where, why and how to mend it, and are counted', () => {
  const finding: Finding = {
    id: 'foreign-key-without-index',
    severity: 'warning',
    title: 'posts.author has no index',
    message: 'Deleting an author reads all of posts.',
    why: 'It takes longer with every row.',
    fix: { description: 'Add the index.', sql: 'create index on posts (author);' },
    location: { file: 'db/posts.sql', line: 3, column: 1 },
    objects: ['public.posts'],
    evidence: {},
  };
  expect(renderFindings([finding, { ...finding, fix: null, location: null, severity: 'error' }], look(80))).toBe(
    [
      'warning posts.author has no index foreign-key-without-index',
      '  db/posts.sql:3:1',
      '  Deleting an author reads all of posts.',
      '  why: It takes longer with every row.',
      '  fix: Add the index.',
      '    create index on posts (author);',
      '',
      'error posts.author has no index foreign-key-without-index',
      '  Deleting an author reads all of posts.',
      '  why: It takes longer with every row.',
      '',
      '1 error, 1 warning',
    ].join('\n'),
  );
});

test('what is said of several findings is said once, and a place is framed once', () => {
  const finding = {
    id: 'select-star',
    severity: 'warning',
    title: 'All columns are read',
    message: 'All columns of posts.',
    why: 'More is sent than is used.',
    fix: null,
    location: { file: 'q.sql', line: 1, column: 8 },
    objects: [],
    evidence: {},
  } as const satisfies Finding;
  const other = { ...finding, id: 'unbounded-read', title: 'All rows are read' };
  const sources = new Map([['q.sql', 'select * from posts;']]);
  expect(renderFindings([finding, { ...finding, location: null }, other], look(80), sources)).toBe(
    [
      'warning All columns are read select-star',
      '  q.sql:1:8',
      '> 1 | select * from posts;',
      '    |        ^',
      '  All columns of posts.',
      '  All columns of posts.',
      '  why: More is sent than is used.',
      '',
      'warning All rows are read unbounded-read',
      '  q.sql:1:8',
      '  All columns of posts.',
      '  why: More is sent than is used.',
      '',
      '3 warnings',
    ].join('\n'),
  );
});

test('fields stand one under another; a value that is not there drops its line', () => {
  expect(
    renderFields(
      [
        ['url', 'postgres://localhost'],
        ['password', null],
        ['version', '18.4'],
      ],
      look(80),
    ),
  ).toBe('url       postgres://localhost\nversion   18.4');
});
