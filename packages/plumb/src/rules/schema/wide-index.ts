import { indexesByTable } from '../facts/indexes-of.ts';
import { defineSchemaRule } from '../rule.ts';

const most = 4;

export default defineSchemaRule({
  id: 'wide-index',
  group: 'schema',
  severity: 'info',
  title: 'An index has many columns',
  why: 'It grows nearly as large as the table, each UPDATE of any of them writes to it, and the columns at its end seldom help to find anything.',
  todo: 'Keep the columns that queries filter by first, and leave the others to the table.',
  bad: [
    { base: 'CREATE TABLE t (a int, b int, c int, d int, e int); CREATE INDEX i ON t (a, b, c, d, e)' },
    {
      base: 'CREATE TABLE t (a text, b int, c int, d int, e int); CREATE INDEX i ON t (lower(a), b, c, d, e) WHERE b > 0',
    },
    {
      base: 'CREATE TABLE t (a int, b int, c int, d int, e int, f int); CREATE INDEX i ON t (a) INCLUDE (b, c, d, e, f)',
    },
  ],
  good: [
    { base: 'CREATE TABLE t (a int, b int, c int); CREATE INDEX i ON t (a, b, c)' },
    { base: 'CREATE TABLE t (a int, b int, c int, d int, e int, UNIQUE (a, b, c, d, e))' },
    { base: 'CREATE TABLE t (a int, b int, c int); CREATE INDEX i ON t (a) INCLUDE (b, c)' },
    { base: 'CREATE TABLE t (a int, b int, c int, d int, e int); CREATE INDEX i ON t USING brin (a, b, c, d, e)' },
  ],
  *check({ catalog }) {
    for (const index of [...indexesByTable(catalog).values()].flat()) {
      const { keys, include, unique, method, path, table } = index;
      if (unique || method !== 'btree' || (keys.length <= most && keys.length + include.length <= most + 1)) continue;
      yield {
        message: `${path} on ${table} has ${keys.length + include.length} columns.`,
        objects: [path, table],
        evidence: { keys, include },
      };
    }
  },
});
