import { expect, test } from 'vitest';
import { components } from './components.ts';

function groups(graph: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const found = new Map<number, string[]>();
  for (const [node, number] of components(Object.keys(graph), (each) => graph[each] ?? [])) {
    found.set(number, [...(found.get(number) ?? []), node]);
  }
  return [...found.values()].map((nodes) => nodes.toSorted().join('')).toSorted();
}

test('nodes on a common cycle belong together, all others stand alone', () => {
  expect(groups({ a: ['b'], b: ['c'], c: ['a'], d: ['a'], e: ['f'], f: ['e', 'd'] })).toEqual(['abc', 'd', 'ef']);
});

test('two cycles that share a node are one', () => {
  expect(groups({ a: ['b', 'c'], b: ['a'], c: ['a'] })).toEqual(['abc']);
});

test('a chain of 100,000 nodes is no trouble', () => {
  const nodes = Array.from({ length: 100_000 }, (_, at) => at);
  expect(new Set(components(nodes, (at) => (at + 1 < nodes.length ? [at + 1] : [])).values()).size).toBe(100_000);
});
