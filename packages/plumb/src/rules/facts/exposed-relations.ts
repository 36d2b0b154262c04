import type { Catalog } from '../../catalog/catalog-object.ts';
import { objectId, qualified } from '../../catalog/identifier.ts';
import type { Report } from '../rule.ts';
import { exposingGrants, reachedBy } from './exposed.ts';
import { factsOf } from './objects-of.ts';

/** Relations of a kind that can have no row security, and that callers can reach. */
export function* exposedRelations(catalog: Catalog, kind: 'foreign-table' | 'materialized-view'): Generator<Report> {
  for (const { schema, name } of factsOf(catalog, kind)) {
    const grants = exposingGrants(catalog, objectId(kind, [schema, name]));
    if (grants.length === 0) continue;
    const path = qualified(schema, name);
    yield {
      message: `${reachedBy(grants)} can reach the ${kind.replace('-', ' ')} ${path}, which has no row security.`,
      objects: [path],
      evidence: { grants: grants.map(({ role, rights, column }) => ({ role, rights: Object.keys(rights), column })) },
      fix: { description: 'Take it back', sql: `REVOKE ALL ON ${path} FROM ${reachedBy(grants)};` },
    };
  }
}
