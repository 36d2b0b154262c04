import { expect, test } from 'vitest';
import { Heap } from './heap.ts';

test('a heap gives its items in order, also when some are added between', () => {
  const heap = new Heap<number>((one, other) => one < other);
  for (const item of [5, 3, 8, 1, 9, 2, 7]) heap.push(item);
  expect([heap.pop(), heap.pop()]).toEqual([1, 2]);
  for (const item of [0, 6, 4]) heap.push(item);
  const rest: number[] = [];
  for (let item = heap.pop(); item !== undefined; item = heap.pop()) rest.push(item);
  expect(rest).toEqual([0, 3, 4, 5, 6, 7, 8, 9]);
});
