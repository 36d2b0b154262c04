import { needlessBeside } from '../facts/beside.ts';
import { dropOf, indexesByTable, type TableIndex } from '../facts/indexes-of.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'redundant-index',
  group: 'schema',
  severity: 'warning',
  title: 'An index is the beginning of another',
  why: 'The longer one finds the same rows. Every write pays for both.',
  todo: 'Drop the shorter one.',
  bad: [
    { base: 'CREATE TABLE t (a int, b int); CREATE INDEX t_a ON t (a); CREATE INDEX t_a_b ON t (a, b)' },
    { base: 'CREATE TABLE t (a int, b int, PRIMARY KEY (a, b)); CREATE INDEX t_a ON t (a)' },
    { base: 'CREATE TABLE t (a int, b int, UNIQUE (a, b)); CREATE INDEX t_a ON t (a)' },
    {
      base: 'CREATE TABLE t (a int, b int, c int); CREATE INDEX i ON t (a, b) WHERE c > 0; CREATE INDEX j ON t (a, b, c) WHERE c > 0',
    },
    { base: 'CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a); CREATE INDEX j ON t (a) INCLUDE (b)' },
    { base: 'CREATE TABLE t (a text, b int); CREATE INDEX i ON t (lower(a)); CREATE INDEX j ON t (lower(a), b)' },
  ],
  good: [
    { base: 'CREATE TABLE t (a int, b int); CREATE INDEX t_b ON t (b); CREATE INDEX t_a_b ON t (a, b)' },
    { base: 'CREATE TABLE t (a int, b int); CREATE UNIQUE INDEX t_a ON t (a); CREATE INDEX t_a_b ON t (a, b)' },
    { base: 'CREATE TABLE t (a int, b int); CREATE INDEX t_a ON t (a) WHERE b = 1; CREATE INDEX t_a_b ON t (a, b)' },
    { base: 'CREATE TABLE t (a int, b int); CREATE INDEX t_a ON t (a); CREATE INDEX j ON t (a, b) WHERE b = 1' },
    { base: 'CREATE TABLE t (a int, b int); CREATE INDEX t_a ON t USING hash (a); CREATE INDEX t_a_b ON t (a, b)' },
    { base: 'CREATE TABLE t (a text, b int); CREATE INDEX i ON t (a text_pattern_ops); CREATE INDEX j ON t (a, b)' },
    { base: 'CREATE TABLE t (a int, b int, c int); CREATE INDEX i ON t (a) INCLUDE (c); CREATE INDEX j ON t (a, b)' },
    { base: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a); CREATE INDEX j ON t (a)' },
  ],
  *check({ catalog }) {
    for (const indexes of indexesByTable(catalog).values()) {
      for (const [index, other] of needlessBeside(indexes, isBeginning)) {
        yield {
          message: `${index.path} (${index.keys.join(', ')}) on ${index.table} is the beginning of ${other.path} (${other.keys.join(', ')}).`,
          objects: [index.path, other.path, index.table],
          evidence: { keys: index.keys, of: other.keys },
          fix: { description: `Drop ${index.name}`, sql: dropOf(index) },
        };
      }
    }
  },
});

function isBeginning(index: TableIndex, other: TableIndex): boolean {
  if (index.unique || index.method !== 'btree' || other.method !== 'btree' || index.where !== other.where) return false;
  const held = [...other.keys, ...other.include];
  return (
    index.keys.every((key, at) => key === other.keys[at]) &&
    index.include.every((column) => held.includes(column)) &&
    index.keys.length + index.include.length < held.length
  );
}
