import { qualified } from '../../catalog/identifier.ts';
import { columnsByTable } from '../facts/columns-of.ts';
import { factsOf } from '../facts/objects-of.ts';
import { paddingOf } from '../facts/padding.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'column-alignment',
  group: 'schema',
  severity: 'info',
  title: 'The order of columns wastes room',
  why: 'A bigint begins at a multiple of eight bytes: what is smaller before it is filled up, in each row, on disk and in memory.',
  todo: 'In a new table, put columns of eight bytes first, then those of four, two and one, then texts. An old one isn’t worth rewriting for it.',
  bad: [
    { base: 'CREATE TABLE t (a bool, id bigint PRIMARY KEY, b bool, at timestamptz)' },
    { base: 'CREATE TABLE t (a smallint, b double precision, c int, d bigint, e bool, f timestamp)' },
  ],
  good: [
    { base: 'CREATE TABLE t (id bigint PRIMARY KEY, at timestamptz, a bool, b bool)' },
    { base: 'CREATE TABLE t (id bigint PRIMARY KEY, active bool, at timestamptz)' },
    { base: 'CREATE TABLE t (id uuid PRIMARY KEY, name text, active bool, at timestamptz)' },
    { base: 'CREATE TABLE t (id int PRIMARY KEY, other bigint)' },
  ],
  *check({ catalog }) {
    const enums = new Set(factsOf(catalog, 'enum').map(({ schema, name }) => qualified(schema, name)));
    for (const [table, columns] of columnsByTable(catalog)) {
      const types = columns.toSorted((one, other) => one.position - other.position).map(({ base }) => base);
      const { padding, saved } = paddingOf(types.map((type) => (enums.has(type) ? 'integer' : type)));
      if (padding < 12 || saved < 8) continue;
      yield {
        message: `The order of the columns of ${table} costs ${saved} bytes in each row.`,
        objects: [table],
        evidence: { padding, saved },
      };
    }
  },
});
