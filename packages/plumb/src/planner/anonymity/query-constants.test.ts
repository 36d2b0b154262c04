import { loadModule } from 'libpg-query';
import { beforeAll, expect, test } from 'vitest';
import { withoutConstants } from './query-constants.ts';

beforeAll(() => loadModule());

test.each([
  ['SELECT * FROM a WHERE b = $1 ORDER BY 1', 'SELECT * FROM a WHERE b = $1 ORDER BY 1'],
  [
    "SELECT 'ü', b::varchar(10) FROM a WHERE c = $2 AND d > 1.5",
    'SELECT $3, b::varchar(10) FROM a WHERE c = $2 AND d > $4',
  ],
  ["SELECT 1 /* anna's */ FROM a -- anna", 'SELECT 1   FROM a  '],
  ["SELECT E'a\\'b', $$c$$", 'SELECT $1, $2'],
])('%s', (sql, without) => {
  expect(withoutConstants(sql)).toBe(without);
});

test('a statement that was cut within a text is left out', () => {
  expect(withoutConstants("SELECT 'ann")).toBeNull();
});
