import { qualified } from '../../catalog/identifier.ts';
import { columnsByPath } from '../facts/columns-of.ts';
import { keysOf } from '../facts/constraints-of.ts';
import { columnOfKey } from '../facts/indexes-of.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'sequential-over-uuid-key',
  group: 'schema',
  severity: 'info',
  title: 'Keys are counted up',
  why: 'Who sees one key can guess the others and how many there are, and two databases give the same ones.',
  todo: 'Use a uuid: uuidv7() of PostgreSQL 18 keeps new rows together, gen_random_uuid() needs nothing.',
  optional: true,
  bad: [
    { base: 'CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY)' },
    { base: 'CREATE TABLE t (id serial PRIMARY KEY)' },
  ],
  good: [
    { base: 'CREATE TABLE t (id uuid PRIMARY KEY DEFAULT gen_random_uuid())' },
    { base: 'CREATE TABLE t (id bigint PRIMARY KEY)' },
  ],
  *check({ catalog }) {
    const columns = columnsByPath(catalog);
    for (const { schema, table, type, keys } of keysOf(catalog)) {
      const column = columns.get(qualified(schema, table, columnOfKey(keys[0] ?? '') ?? ''));
      if (type !== 'primary key' || keys.length !== 1 || column === undefined) continue;
      if (column.identity === null && !column.default?.startsWith('nextval(')) continue;
      yield { message: `${column.path} is counted up.`, objects: [column.path, column.tablePath] };
    }
  },
});
