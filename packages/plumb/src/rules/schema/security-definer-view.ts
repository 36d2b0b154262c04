import { objectId, qualified } from '../../catalog/identifier.ts';
import { isTable } from '../../catalog/kinds/table/table-facts.ts';
import { exposingGrants, reachedBy } from '../facts/exposed.ts';
import { factsOf } from '../facts/objects-of.ts';
import { defineSchemaRule } from '../rule.ts';

const table = 'CREATE TABLE t (id int PRIMARY KEY, owner text); ALTER TABLE t ENABLE ROW LEVEL SECURITY;';

export default defineSchemaRule({
  id: 'security-definer-view',
  group: 'security',
  severity: 'error',
  title: 'A view reads with the rights of its owner',
  why: 'Whoever reads the view gets what its owner may see: neither the rights nor the row security of those who call are looked at.',
  todo: 'Make it read with the rights of those who call: `security_invoker = on`.',
  since: 15,
  bad: [
    { base: `${table} CREATE VIEW v AS SELECT * FROM t; GRANT SELECT ON v TO anon` },
    {
      base: `${table} CREATE VIEW v WITH (security_invoker = off) AS SELECT * FROM t; GRANT SELECT ON v TO authenticated`,
    },
    { base: `${table} CREATE VIEW v WITH (security_barrier) AS SELECT id FROM t; GRANT SELECT ON v TO PUBLIC` },
    {
      base: `${table} CREATE SCHEMA api; GRANT USAGE ON SCHEMA api TO anon; CREATE VIEW api."V" AS SELECT id FROM t; GRANT SELECT ON api."V" TO anon`,
    },
    { base: `${table} CREATE VIEW v AS SELECT id FROM t; GRANT SELECT ON v TO app` },
  ],
  good: [
    { base: `${table} CREATE VIEW v WITH (security_invoker) AS SELECT * FROM t; GRANT SELECT ON v TO anon` },
    { base: `${table} CREATE VIEW v WITH (security_invoker = on) AS SELECT * FROM t; GRANT SELECT ON v TO PUBLIC` },
    { base: `${table} CREATE VIEW v AS SELECT * FROM t` },
    { base: 'CREATE VIEW v AS SELECT 1 AS x; GRANT SELECT ON v TO PUBLIC' },
    { base: 'CREATE TABLE t (id int PRIMARY KEY); CREATE VIEW v AS SELECT * FROM t; GRANT SELECT ON v TO app' },
  ],
  *check({ catalog }) {
    const granted = factsOf(catalog, 'grant').filter(
      ({ isOwner, rights }) => !isOwner && Object.keys(rights).length > 0,
    );
    for (const { schema, name, options } of factsOf(catalog, 'view')) {
      if (/^(true|on|yes|1)$/i.test(options['security_invoker'] ?? '')) continue;
      const id = objectId('view', [schema, name]);
      // one that reads nothing passes nothing by
      const needed = [...(catalog.needs.get(id) ?? [])];
      if (needed.every((each) => catalog.objects.get(each)?.kind === 'schema')) continue;
      const secured = needed.flatMap((each) => {
        const object = catalog.objects.get(tableOf(each, catalog.objects));
        return object !== undefined && isTable(object) && object.facts.rowSecurity ? [object.facts] : [];
      });
      const grants = exposingGrants(catalog, id);
      const readers = grants.length > 0 || secured.length === 0 ? grants : granted.filter(({ of }) => of === id);
      if (readers.length === 0) continue;
      const path = qualified(schema, name);
      yield {
        message: `${reachedBy(readers)} can read ${path} with the rights of its owner.`,
        objects: [path],
        evidence: { bypasses: [...new Set(secured.map((each) => qualified(each.schema, each.name)))] },
        fix: {
          description: 'Look at the rights of those who call',
          sql: `ALTER VIEW ${path} SET (security_invoker = on);`,
        },
      };
    }
  },
});

/** A view needs the columns that it reads. */
function tableOf(
  id: string,
  objects: ReadonlyMap<string, { readonly kind: string; readonly parent: string | null }>,
): string {
  const object = objects.get(id);
  return object?.kind === 'column' ? (object.parent ?? id) : id;
}
