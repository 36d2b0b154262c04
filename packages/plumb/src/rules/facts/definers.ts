import type { Catalog } from '../../catalog/catalog-object.ts';
import { isOf } from '../../catalog/description/facts-by-kind.ts';
import { qualified } from '../../catalog/identifier.ts';
import { inputsOf, type RoutineFacts } from '../../catalog/kinds/function/routine.ts';
import { objectsOf } from './objects-of.ts';

/** A function or procedure that runs with the rights of its owner. */
export interface Definer extends RoutineFacts {
  readonly id: string;
  readonly path: string;
  /** `FUNCTION app.f(integer)` */
  readonly phrase: string;
}

export function definersOf(catalog: Catalog): readonly Definer[] {
  return [...objectsOf(catalog, 'function'), ...objectsOf(catalog, 'procedure')].flatMap((object) => {
    if (!isOf(object, 'function', 'procedure') || !object.facts.definer) return [];
    const { facts, id } = object;
    const path = qualified(facts.schema, facts.name);
    const types = inputsOf(facts).map(({ mode, type }) => (mode === 'VARIADIC' ? `VARIADIC ${type}` : type));
    const phrase = `${facts.procedure ? 'PROCEDURE' : 'FUNCTION'} ${path}(${types.join(', ')})`;
    return [{ ...facts, id, path, phrase }];
  });
}
