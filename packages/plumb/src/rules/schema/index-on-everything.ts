import { qualified } from '../../catalog/identifier.ts';
import { columnsByTable } from '../facts/columns-of.ts';
import { foreignKeysOf, keysOf } from '../facts/constraints-of.ts';
import { columnOfKey, indexesByTable } from '../facts/indexes-of.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'index-on-everything',
  group: 'schema',
  severity: 'warning',
  title: 'Nearly every column has an index of its own',
  why: 'Each write goes to all of them, and no UPDATE can stay on its page. A query mostly uses one; two columns that are asked for together want one index of both.',
  todo: 'Keep those that queries filter or sort by, and drop the others: `plumb advise` finds which by your queries.',
  bad: [
    {
      base: 'CREATE TABLE t (id bigint PRIMARY KEY, a int, b int, c text, d date); CREATE INDEX ON t (a); CREATE INDEX ON t (b); CREATE INDEX ON t (c); CREATE INDEX ON t (d)',
    },
    {
      base: 'CREATE TABLE t (id bigint PRIMARY KEY, a int, b int, c text, d date, e int, f text); CREATE INDEX ON t (a); CREATE INDEX ON t (b); CREATE INDEX ON t (lower(c)); CREATE INDEX ON t (c); CREATE INDEX ON t (d); CREATE INDEX ON t (e)',
    },
  ],
  good: [
    {
      base: 'CREATE TABLE t (id bigint PRIMARY KEY, a int, b int, c text, d date); CREATE INDEX ON t (a); CREATE INDEX ON t (b)',
    },
    {
      base: 'CREATE TABLE t (id bigint PRIMARY KEY, a int, b int, c text, d date); CREATE INDEX ON t (a, b, c, d)',
    },
    {
      base: 'CREATE TABLE p (id bigint PRIMARY KEY); CREATE TABLE t (id bigint PRIMARY KEY, a bigint REFERENCES p, b bigint REFERENCES p, c bigint REFERENCES p, d bigint REFERENCES p); CREATE INDEX ON t (a); CREATE INDEX ON t (b); CREATE INDEX ON t (c); CREATE INDEX ON t (d)',
    },
    { base: 'CREATE TABLE t (id bigint PRIMARY KEY, a text UNIQUE, b text UNIQUE, c text UNIQUE, d text UNIQUE)' },
  ],
  *check({ catalog }) {
    const indexes = indexesByTable(catalog);
    // keys, and columns that refer to others, want one
    const wanting = new Set(
      [
        ...foreignKeysOf(catalog),
        ...keysOf(catalog).map((key) => ({ ...key, columns: key.keys.map(columnOfKey) })),
      ].flatMap(({ schema, table, columns }) => columns.map((column) => qualified(schema, table, column ?? ''))),
    );
    for (const [table, columns] of columnsByTable(catalog)) {
      const own = new Set(
        (indexes.get(table) ?? [])
          .filter(({ keys, unique, where }) => keys.length === 1 && !unique && where === null)
          .map(({ keys: [key = ''] }) => columnOfKey(key)),
      );
      const plain = columns.filter(({ path }) => !wanting.has(path));
      const indexed = plain.filter(({ name }) => own.has(name));
      if (indexed.length < most || indexed.length < plain.length * 0.8) continue;
      yield {
        message: `${indexed.length} of the ${plain.length} plain columns of ${table} have an index of their own.`,
        objects: [table, ...indexed.map(({ path }) => path)],
        evidence: { columns: indexed.map(({ name }) => name) },
      };
    }
  },
});

const most = 4;
