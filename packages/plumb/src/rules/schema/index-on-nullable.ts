import { reportIndexed } from '../facts/report-indexed.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'index-on-nullable',
  group: 'schema',
  severity: 'info',
  title: 'An index holds rows without a value',
  why: 'Rows whose column is NULL are in the index too. Where most are, it is large for nothing.',
  todo: 'Leave them out: `WHERE … IS NOT NULL`. Or make the column NOT NULL.',
  optional: true,
  bad: [
    { base: 'CREATE TABLE t (id int, deleted_at timestamptz); CREATE INDEX i ON t (deleted_at)' },
    { base: 'CREATE TABLE t (a text); CREATE INDEX i ON t (a text_pattern_ops)' },
  ],
  good: [
    { base: 'CREATE TABLE t (a int NOT NULL); CREATE INDEX i ON t (a)' },
    { base: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a) WHERE a IS NOT NULL' },
    { base: 'CREATE TABLE t (a int, b int NOT NULL); CREATE INDEX i ON t (a, b)' },
  ],
  check: (view) =>
    reportIndexed(
      view,
      ({ keys, unique, where, method }, { notNull }) =>
        keys.length === 1 && !unique && where === null && method === 'btree' && notNull === null,
      ({ path }, column) => `${path} is an index on ${column.path}, which may be NULL.`,
    ),
});
