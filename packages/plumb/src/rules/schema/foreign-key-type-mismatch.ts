import { qualified } from '../../catalog/identifier.ts';
import { columnsByPath } from '../facts/columns-of.ts';
import { foreignKeysOf } from '../facts/constraints-of.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'foreign-key-type-mismatch',
  group: 'schema',
  severity: 'warning',
  title: 'A foreign key has another type than the key',
  why: 'Keys that the referenced table can hold don’t fit into the column, and joins convert between the types, which can keep them from using an index.',
  todo: 'Give the column the type of the key that it references.',
  bad: [
    { base: 'CREATE TABLE p (id bigint PRIMARY KEY); CREATE TABLE t (p int REFERENCES p)' },
    {
      base: 'CREATE TABLE p (id bigserial PRIMARY KEY); CREATE TABLE t (p integer); ALTER TABLE t ADD FOREIGN KEY (p) REFERENCES p',
    },
    { base: 'CREATE TABLE p (id numeric PRIMARY KEY); CREATE TABLE t (p int REFERENCES p)' },
    { base: 'CREATE TABLE p (id varchar(40) PRIMARY KEY); CREATE TABLE t (p varchar(20) REFERENCES p)' },
    {
      base: 'CREATE SCHEMA "A"; CREATE TABLE "A"."P" (x int, "Y" bigint, PRIMARY KEY (x, "Y")); CREATE TABLE t (x int, y int, FOREIGN KEY (x, y) REFERENCES "A"."P")',
    },
  ],
  good: [
    { base: 'CREATE TABLE p (id bigint PRIMARY KEY); CREATE TABLE t (p bigint REFERENCES p)' },
    { base: 'CREATE TABLE p (id serial PRIMARY KEY); CREATE TABLE t (p int4 REFERENCES p)' },
    {
      base: 'CREATE DOMAIN key AS bigint; CREATE TABLE p (id key PRIMARY KEY); CREATE TABLE t (p bigint REFERENCES p)',
    },
    { base: 'CREATE TABLE p (id text PRIMARY KEY); CREATE TABLE t (p text REFERENCES p)' },
  ],
  *check({ catalog }) {
    const all = columnsByPath(catalog);
    for (const { schema, table, name, columns, references } of foreignKeysOf(catalog)) {
      for (const [at, own] of columns.entries()) {
        const column = all.get(qualified(schema, table, own));
        const target = all.get(qualified(references.schema, references.table, references.columns[at] ?? ''));
        if (column === undefined || target === undefined || column.base === target.base) continue;
        const isTextOnly = [column, target].every(({ base }) => base === 'text' || base === 'character varying');
        if (isTextOnly) continue;
        yield {
          message: `${column.path} is ${column.base}, and references ${target.path}, which is ${target.base}.`,
          objects: [column.path, target.path, column.tablePath],
          evidence: { constraint: name, type: column.base, references: target.base },
        };
      }
    }
  },
});
