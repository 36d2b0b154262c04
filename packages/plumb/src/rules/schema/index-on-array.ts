import { reportIndexed } from '../facts/report-indexed.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'index-on-array',
  group: 'schema',
  severity: 'warning',
  title: 'An index can’t look into its arrays',
  why: 'A B-tree finds an array that is equal as a whole. Whether one contains something (`@>`, `&&`, `= ANY`) it can’t tell, and a long one doesn’t fit into it.',
  todo: 'Make it a GIN index.',
  bad: [
    { base: 'CREATE TABLE t (tags text[]); CREATE INDEX i ON t (tags)' },
    { base: 'CREATE TABLE t (id int, ids int[]); CREATE INDEX i ON t (ids, id)' },
    { base: 'CREATE TABLE t (ids uuid[]); CREATE INDEX i ON t USING hash (ids)' },
    { base: 'CREATE TABLE t (id int, ids int[]); CREATE INDEX i ON t (id, ids)' },
  ],
  good: [
    { base: 'CREATE TABLE t (tags text[]); CREATE INDEX i ON t USING gin (tags)' },
    { base: 'CREATE TABLE t (tags text[]); CREATE INDEX i ON t ((tags[1]))' },
    { base: 'CREATE TABLE t (tags text[], UNIQUE (tags))' },
  ],
  check: (view) =>
    reportIndexed(
      view,
      ({ method, unique }, { base }) => base.endsWith('[]') && !unique && (method === 'btree' || method === 'hash'),
      ({ path, method }, column) => `${path} is a ${method} index on ${column.path}, which is ${column.base}.`,
    ),
});
