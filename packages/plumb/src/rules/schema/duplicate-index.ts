import { needlessBeside } from '../facts/beside.ts';
import { dropOf, indexesByTable, type TableIndex } from '../facts/indexes-of.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'duplicate-index',
  group: 'schema',
  severity: 'warning',
  title: 'An index is there twice',
  why: 'Every write pays for both, on disk and in memory, and no query is faster for it.',
  todo: 'Drop one of them.',
  bad: [
    { base: 'CREATE TABLE t (a int, b int); CREATE INDEX t_a ON t (a); CREATE INDEX t_a_again ON t (a)' },
    { base: 'CREATE TABLE users (id int PRIMARY KEY, email text UNIQUE); CREATE INDEX users_email ON users (email)' },
    { base: 'CREATE TABLE t (id int PRIMARY KEY); CREATE UNIQUE INDEX t_id ON t (id)' },
    { base: 'CREATE TABLE t (id int PRIMARY KEY); ALTER TABLE t ADD UNIQUE (id)' },
    {
      base: 'CREATE TABLE t (a text); CREATE INDEX i ON t (lower(a)) WHERE a IS NOT NULL; CREATE INDEX j ON t (lower(a)) WHERE a IS NOT NULL',
    },
    { base: 'CREATE TABLE t (a jsonb); CREATE INDEX i ON t USING gin (a); CREATE INDEX j ON t USING gin (a)' },
    { base: 'CREATE TABLE t (a int) PARTITION BY LIST (a); CREATE INDEX i ON t (a); CREATE INDEX j ON t (a)' },
  ],
  good: [
    { base: 'CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a, b); CREATE INDEX j ON t (b, a)' },
    { base: 'CREATE TABLE t (a int, b bool); CREATE INDEX i ON t (a); CREATE INDEX j ON t (a) WHERE b' },
    { base: 'CREATE TABLE t (a text); CREATE INDEX i ON t (a); CREATE INDEX j ON t (a text_pattern_ops)' },
    { base: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a); CREATE INDEX j ON t USING brin (a)' },
    { base: 'CREATE TABLE t (a int); CREATE TABLE u (a int); CREATE INDEX i ON t (a); CREATE INDEX j ON u (a)' },
    { base: 'CREATE TABLE t (a text); CREATE INDEX i ON t (a); CREATE INDEX j ON t (lower(a))' },
    {
      base: 'CREATE TABLE t (a int) PARTITION BY LIST (a); CREATE TABLE t1 PARTITION OF t DEFAULT; CREATE INDEX i ON t (a)',
    },
  ],
  *check({ catalog }) {
    for (const indexes of indexesByTable(catalog).values()) {
      for (const [index, other] of needlessBeside(indexes, isCopy)) {
        yield {
          message: `${index.path} on ${index.table} is the same as ${other.path}.`,
          objects: [index.path, other.path, index.table],
          evidence: { keys: index.keys, method: index.method, where: index.where },
          fix: { description: `Drop ${index.name}`, sql: dropOf(index) },
        };
      }
    }
  },
});

function isCopy(index: TableIndex, other: TableIndex): boolean {
  const bodies = [index, other].map(({ method, keys, include, where }) =>
    JSON.stringify([method, keys, [...include].sort(), where]),
  );
  if (bodies[0] !== bodies[1]) return false;
  if (!index.unique) return true;
  // what ON CONFLICT or a deferred check needs is no copy
  const deferral = (each: TableIndex): string => each.deferral ?? 'not deferrable';
  return other.unique && index.nullsNotDistinct === other.nullsNotDistinct && deferral(index) === deferral(other);
}
