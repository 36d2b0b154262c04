import { expect, test } from 'vitest';
import type { Context } from '../../../kind.ts';
import { expressionNow, keyNow } from './names-beside.ts';

const catalog = { major: 18, objects: new Map(), needs: new Map(), hints: new Map(), coverage: [] };

function beside(...columns: readonly string[]): Context {
  return {
    major: 18,
    online: true,
    from: catalog,
    to: catalog,
    stepwise: () => true,
    stays: () => true,
    isBeside: (id) => columns.some((column) => id === `column public.t.${column}`),
    renamedAfter: () => false,
    asideName: ({ id }) => id,
  };
}

const place = { schema: 'public', table: 't' };

test.each([
  ["((n > 0) AND (note <> 'n'::text))", "((n_plumb_new > 0) AND (note <> 'n'::text))"],
  [`("n" = lower(x))`, `(n_plumb_new = lower(x))`],
  ['(n(n) > n1)', '(n(n_plumb_new) > n1)'],
  ["(x = 'new'::public.n)", "(x = 'new'::public.n)"],
  ['((x)::n = n)', '((x)::n = n_plumb_new)'],
  ['((x).n COLLATE n)', '((x).n COLLATE n)'],
  ["(x ~ E'\\\\n''n')", "(x ~ E'\\\\n''n')"],
  ['public.n(n)', 'public.n(n_plumb_new)'],
])('in %s only the column is renamed', (sql, expected) => {
  expect(expressionNow(sql, place, beside('n'))).toBe(expected);
});

test('words of types and fields are no columns', () => {
  const context = beside('zone', 'year', 'varying');
  expect(expressionNow("(at < '2026-01-01'::timestamp without time zone)", place, context)).toContain('time zone)');
  expect(expressionNow('(EXTRACT(year FROM at) > year)', place, context)).toBe(
    '(EXTRACT(year FROM at) > year_plumb_new)',
  );
  expect(expressionNow('((x)::character varying(5))', place, context)).toBe('((x)::character varying(5))');
});

test('a name that must be quoted stays quoted', () => {
  expect(expressionNow('("Größe" > 0)', place, beside('"Größe"'))).toBe('("Größe_plumb_new" > 0)');
});

test.each([
  ['n DESC NULLS LAST', 'n_plumb_new DESC NULLS LAST'],
  ['x n', 'x n'],
  ['n n', 'n_plumb_new n'],
  ['lower(n) n', 'lower(n_plumb_new) n'],
])('a key that is %s', (key, expected) => {
  expect(keyNow(key, place, beside('n'))).toBe(expected);
});
