import type { Catalog } from '../../catalog/catalog-object.ts';
import { qualified } from '../../catalog/identifier.ts';
import type { PolicyFacts } from '../../catalog/kinds/policy.ts';
import { grouped } from './grouped.ts';
import { factsOf } from './objects-of.ts';

/** A policy of row security, with its name and that of its table as SQL has them. */
export interface TablePolicy extends PolicyFacts {
  readonly path: string;
  readonly tablePath: string;
}

export function policiesOf(catalog: Catalog): readonly TablePolicy[] {
  return factsOf(catalog, 'policy').map((facts) => ({
    ...facts,
    path: qualified(facts.schema, facts.table, facts.name),
    tablePath: qualified(facts.schema, facts.table),
  }));
}

export function policiesByTable(catalog: Catalog): ReadonlyMap<string, readonly TablePolicy[]> {
  return grouped(policiesOf(catalog), ({ tablePath }) => tablePath);
}
