import { identifier, qualified } from '../../catalog/identifier.ts';
import type { ForeignKeyFacts } from '../../catalog/kinds/constraint/constraint-facts.ts';
import { foreignKeysOf } from '../facts/constraints-of.ts';
import { grouped } from '../facts/grouped.ts';
import { defineSchemaRule } from '../rule.ts';

const tables = 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE q (id int PRIMARY KEY);';

export default defineSchemaRule({
  id: 'duplicate-foreign-key',
  group: 'schema',
  severity: 'warning',
  title: 'A foreign key is there twice',
  why: 'Every write is checked twice. Where they say different things of ON DELETE, which one comes first decides.',
  todo: 'Drop one of them.',
  bad: [
    { base: `${tables} CREATE TABLE t (p int REFERENCES p, CONSTRAINT again FOREIGN KEY (p) REFERENCES p)` },
    {
      base: `${tables} CREATE TABLE t (p int REFERENCES p ON DELETE CASCADE); ALTER TABLE t ADD FOREIGN KEY (p) REFERENCES p (id)`,
    },
    {
      base: 'CREATE TABLE a (x int, y int, PRIMARY KEY (x, y)); CREATE TABLE b (x int, y int, FOREIGN KEY (x, y) REFERENCES a, FOREIGN KEY (y, x) REFERENCES a (y, x))',
      majors: [18],
    },
  ],
  good: [
    { base: `${tables} CREATE TABLE t (one int REFERENCES p, other int REFERENCES p)` },
    { base: `${tables} CREATE TABLE t (p int REFERENCES p REFERENCES q)` },
    { base: `${tables} CREATE TABLE t (p int REFERENCES p); CREATE TABLE u (p int REFERENCES p)` },
  ],
  *check({ catalog }) {
    for (const same of grouped(foreignKeysOf(catalog), sameness).values()) {
      const [first, ...others] = same.toSorted((one, other) => Number(other.validated) - Number(one.validated));
      for (const { schema, table, name, references } of first === undefined ? [] : others) {
        const [path, target] = [qualified(schema, table), qualified(references.schema, references.table)];
        yield {
          message: `${identifier(name)} of ${path} says the same as ${identifier(first?.name ?? '')}: both reference ${target}.`,
          objects: [path, target],
          evidence: { constraints: same.map((each) => each.name) },
          fix: { description: `Drop ${name}`, sql: `ALTER TABLE ${path} DROP CONSTRAINT ${identifier(name)};` },
        };
      }
    }
  },
});

/** Whatever the order in which their columns are named. */
function sameness({ schema, table, columns, references }: ForeignKeyFacts): string {
  const pairs = columns.map((column, at) => [column, references.columns[at] ?? '']).sort();
  return JSON.stringify([schema, table, references.schema, references.table, pairs]);
}
