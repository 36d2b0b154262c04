import { exposedRelations } from '../facts/exposed-relations.ts';
import { defineSchemaRule } from '../rule.ts';

const before =
  'CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w; CREATE FOREIGN TABLE x (id int) SERVER s;';

export default defineSchemaRule({
  id: 'foreign-table-exposed',
  group: 'security',
  severity: 'warning',
  title: 'Anybody reaches a foreign table',
  why: 'It can’t have row security, and reaches the other server with the rights of its user mapping: whoever calls gets all of it.',
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
      base: `${before} CREATE SCHEMA private; ALTER FOREIGN TABLE x SET SCHEMA private; GRANT SELECT ON private.x TO anon`,
    },
  ],
  check: ({ catalog }) => exposedRelations(catalog, 'foreign-table'),
});
