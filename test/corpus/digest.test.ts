import { expect, test } from 'vitest';
import { digestDifferences } from './digest.ts';

test('digests differ where a subject says something else, nothing or something more', () => {
  const one = new Map([
    ['table a', ['x', 'y']],
    ['table b', ['z']],
  ]);
  const other = new Map([
    ['table a', ['x', 'w']],
    ['table c', ['z']],
  ]);
  expect(digestDifferences(one, one)).toEqual([]);
  expect(digestDifferences(one, other)).toEqual(['table a', '  - y', '  + w', 'table b', '  - z', 'table c', '  + z']);
});

test('a line that is said twice is not the same as once, and order counts where it is left', () => {
  expect(digestDifferences(new Map([['a', ['x', 'x']]]), new Map([['a', ['x']]]))).toEqual(['a', '  - x']);
  expect(digestDifferences(new Map([['a', ['x', 'y']]]), new Map([['a', ['y', 'x']]]))).toHaveLength(3);
});
