import { exposedRelations } from '../facts/exposed-relations.ts';
import { defineSchemaRule } from '../rule.ts';

const before = 'CREATE TABLE t (id int PRIMARY KEY); CREATE MATERIALIZED VIEW x AS SELECT id FROM t;';

export default defineSchemaRule({
  id: 'materialized-view-exposed',
  group: 'security',
  severity: 'warning',
  title: 'Anybody reads a materialized view',
  why: 'It holds what its owner could read when it was refreshed, and can’t have row security: whoever calls sees all of it.',
  todo: 'Revoke the grant, and offer what shall be seen through a view or a function.',
  bad: [
    { base: `${before} GRANT SELECT ON x TO anon` },
    { base: `${before} GRANT ALL ON x TO authenticated` },
    { base: `${before} GRANT SELECT (id) ON x TO PUBLIC` },
  ],
  good: [
    { base: before },
    { base: `${before} GRANT SELECT ON x TO reporting` },
    {
      base: `${before} CREATE SCHEMA private; ALTER MATERIALIZED VIEW x SET SCHEMA private; GRANT SELECT ON private.x TO anon`,
    },
  ],
  check: ({ catalog }) => exposedRelations(catalog, 'materialized-view'),
});
