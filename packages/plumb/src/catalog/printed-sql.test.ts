import { expect, test } from 'vitest';
import { rereadable, settled } from './printed-sql.ts';

test('a condition that BETWEEN left in brackets is the same without them', () => {
  const printed = "(((a >= 1) AND (a <= 2)) AND (b = ') AND (x'::text))";
  expect(settled(printed)).toBe("((a >= 1) AND (a <= 2) AND (b = ') AND (x'::text))");
  expect(rereadable(printed)).toBe("(((a >= 1) AND (a <= 2))::boolean AND (b = ') AND (x'::text))");
});

test('conditions that mean another order stay in their brackets', () => {
  for (const printed of [
    '((a OR b) AND (c))',
    '((a = 1) AND ((b = 2) AND (c = 3)))',
    'sum(x) OVER (ORDER BY y ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AND (z)',
  ]) {
    expect(settled(printed)).toBe(printed);
    expect(rereadable(printed)).toBe(printed);
  }
});

test('a cast of a whole array is the same as one of each element', () => {
  const printed = `((b)::text = ANY ((ARRAY['x'::character varying, 'a,b'::character varying(9)])::text[]))`;
  expect(settled(printed)).toBe(
    `((b)::text = ANY (ARRAY[('x'::character varying)::text, ('a,b'::character varying(9))::text]))`,
  );
  expect(rereadable(printed)).toBe(
    `((b)::text = ANY ((ARRAY['x'::character varying, 'a,b'::character varying(9)]::character varying[])::text[]))`,
  );
});

test('the field of a time keeps its capitals', () => {
  const printed = "(EXTRACT(YEAR FROM (now())::date) > EXTRACT(month FROM b) AND (c = 'EXTRACT(DAY FROM x)'))";
  expect(rereadable(printed)).toBe(printed.replace('(YEAR', "('YEAR'"));
  expect(settled(printed)).toBe(printed);
});

test('bodies and texts are left as they are', () => {
  for (const sql of [
    `CREATE FUNCTION f() AS $f$ SELECT ((a AND b) AND (c)); (ARRAY['x'::varchar])::text[] $f$`,
    `COMMENT ON TABLE t IS '((a) AND (b)) AND (c)'`,
    `SELECT E'\\'((a) AND (b)) AND (c)', ") AND ("`,
    '((a) AND (b)) AND (c',
  ]) {
    expect(rereadable(sql)).toBe(sql);
  }
});
