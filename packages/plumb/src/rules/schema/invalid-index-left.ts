import { qualified } from '../../catalog/identifier.ts';
import { factsOf } from '../facts/objects-of.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'invalid-index-left',
  group: 'schema',
  severity: 'error',
  title: 'An index is not valid',
  why: 'No query uses it, and every write pays for it. A UNIQUE one doesn’t hold for the rows that were there. `CREATE INDEX IF NOT EXISTS` finds it there and leaves it as it is.',
  todo: 'Build it again with REINDEX CONCURRENTLY, or drop it; an index of a partitioned table needs one of each partition attached.',
  unfinished: true,
  bad: [
    {
      base: "CREATE TABLE t (a int); CREATE INDEX i ON t (a); UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'i'::regclass",
    },
    {
      base: 'CREATE TABLE t (a int) PARTITION BY LIST (a); CREATE TABLE t1 PARTITION OF t DEFAULT; CREATE INDEX i ON ONLY t (a)',
    },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s.t (a int); CREATE UNIQUE INDEX "I" ON s.t (a); UPDATE pg_index SET indisvalid = false WHERE indexrelid = \'s."I"\'::regclass',
    },
  ],
  good: [
    { base: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a)' },
    {
      base: 'CREATE TABLE t (a int) PARTITION BY LIST (a); CREATE TABLE t1 PARTITION OF t DEFAULT; CREATE INDEX i ON ONLY t (a); CREATE INDEX i1 ON t1 (a); ALTER INDEX i ATTACH PARTITION i1',
    },
  ],
  *check({ catalog }) {
    for (const { schema, name, table, relation, valid } of factsOf(catalog, 'index')) {
      if (valid) continue;
      const [path, of] = [qualified(schema, name), qualified(schema, table)];
      if (relation === 'partitioned-table') {
        yield { message: `${path} on ${of} lacks the indexes of partitions.`, objects: [path, of] };
        continue;
      }
      yield {
        message: `${path} on ${of} is not valid: building it failed, or was broken off.`,
        objects: [path, of],
        fix: { description: 'Build it again', sql: `REINDEX INDEX CONCURRENTLY ${path};` },
      };
    }
  },
});
