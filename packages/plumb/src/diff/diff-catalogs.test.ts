import { expect, test } from 'vitest';
import type { Catalog, CatalogObject } from '../catalog/catalog-object.ts';
import { diffCatalogs } from './diff-catalogs.ts';

function object(id: string, facts: object = {}): CatalogObject {
  return { id, kind: 'thing', parent: null, facts };
}

function catalog(...objects: readonly CatalogObject[]): Catalog {
  return {
    major: 18,
    objects: new Map(objects.map((each) => [each.id, each])),
    needs: new Map(),
    hints: new Map(),
    coverage: [],
  };
}

test('what is only in the new catalogue is created, what is only in the old one is dropped', () => {
  const changes = diffCatalogs(catalog(object('a'), object('b')), catalog(object('b'), object('c')));
  expect(changes).toEqual([
    { type: 'create', object: object('c') },
    { type: 'drop', object: object('a') },
  ]);
});

test('an object is altered when a fact differs, however deep', () => {
  const from = object('a', { columns: [{ name: 'x', type: 'int' }] });
  const to = object('a', { columns: [{ name: 'x', type: 'text' }] });
  expect(diffCatalogs(catalog(from), catalog(to))).toEqual([{ type: 'alter', from, to }]);
});

test('the order of members says nothing, the order of a list does, and null is not absent', () => {
  const changed = (one: object, other: object): boolean =>
    diffCatalogs(catalog(object('a', one)), catalog(object('a', other))).length > 0;
  expect(changed({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(false);
  expect(changed({ a: [1, 2] }, { a: [2, 1] })).toBe(true);
  expect(changed({ a: null }, {})).toBe(true);
  expect(changed({ a: [] }, { a: {} })).toBe(true);
});
