import { expect, test } from 'vitest';
import { BatchSize } from './batch-size.ts';

/** The sizes of batches that take so long, by their size. */
function sizes(most: number, batches: number, milliseconds: (size: number) => number): readonly number[] {
  const batch = new BatchSize(most);
  return Array.from({ length: batches }, () => {
    const { size } = batch;
    batch.took(size, milliseconds(size));
    return size;
  });
}

test('quick batches grow to the most that is allowed', () => {
  expect(sizes(3000, 5, () => 1)).toEqual([500, 1000, 2000, 3000, 3000]);
  expect(sizes(3, 2, () => 1)).toEqual([3, 3]);
});

test('slow batches shrink until they are not slow any more', () => {
  expect(sizes(1000, 5, (size) => size * 8)).toEqual([500, 250, 125, 125, 125]);
  expect(sizes(1000, 12, (size) => size * 8000).at(-1)).toBe(1);
});

test('batches that take as long for fewer rows stay as large as they were', () => {
  expect(sizes(1000, 5, () => 5000)).toEqual([500, 250, 500, 500, 500]);
});

test('a batch that gave way is tried with half of its rows', () => {
  const batch = new BatchSize(5);
  const tried = Array.from({ length: 4 }, () => {
    batch.gaveWay();
    return batch.size;
  });
  expect(tried).toEqual([2, 1, 1, 1]);
});
