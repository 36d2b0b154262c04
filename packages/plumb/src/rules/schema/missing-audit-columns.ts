import { qualified } from '../../catalog/identifier.ts';
import { columnsByTable } from '../facts/columns-of.ts';
import { foreignKeysOf } from '../facts/constraints-of.ts';
import { grouped } from '../facts/grouped.ts';
import { wordsOf } from '../facts/words-of.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'missing-audit-columns',
  group: 'schema',
  severity: 'info',
  title: 'Nothing says when rows were made and changed',
  why: 'The day something is wrong with a row, the first question is since when.',
  todo: 'Add `created_at timestamptz NOT NULL DEFAULT now()` and updated_at.',
  optional: true,
  bad: [
    { base: 'CREATE TABLE t (id int PRIMARY KEY, name text)' },
    { base: 'CREATE TABLE t (id int PRIMARY KEY, created_at timestamptz DEFAULT now())' },
  ],
  good: [
    { base: 'CREATE TABLE t (id int PRIMARY KEY, created_at timestamptz, updated_at timestamptz)' },
    { base: 'CREATE TABLE t (id int PRIMARY KEY, "createdAt" timestamptz, "updatedAt" timestamptz)' },
    {
      base: 'CREATE TABLE a (id int PRIMARY KEY, created_at date, updated_at date); CREATE TABLE b (one int REFERENCES a, other int REFERENCES a)',
    },
  ],
  *check({ catalog }) {
    const keys = grouped(foreignKeysOf(catalog), ({ schema, table }) => qualified(schema, table));
    for (const [table, columns] of columnsByTable(catalog)) {
      const referring = new Set((keys.get(table) ?? []).flatMap((key) => key.columns));
      // what only joins two tables
      if (columns.every(({ name }) => referring.has(name))) continue;
      const first = columns.map(({ name }) => wordsOf(name)[0] ?? '');
      const missing = [/^(created|inserted)/, /^(updated|modified|changed)/].filter(
        (pattern) => !first.some((word) => pattern.test(word)),
      );
      if (missing.length === 0) continue;
      yield { message: `${table} doesn’t say when its rows were made and when they changed.`, objects: [table] };
    }
  },
});
