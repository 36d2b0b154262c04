import { qualified } from '../../catalog/identifier.ts';
import { isConstraint } from '../../catalog/kinds/constraint/constraint-facts.ts';
import { isTable } from '../../catalog/kinds/table/table-facts.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'no-primary-key',
  group: 'schema',
  severity: 'warning',
  title: 'A table has no primary key',
  why: 'Its rows can’t be told apart: replication, backfills in batches, ORMs and editors need that, and duplicates can’t be removed one by one.',
  todo: 'Add a key: `ALTER TABLE … ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY`, or make the columns that tell rows apart the key.',
  bad: [
    { base: 'CREATE TABLE app_logs (at timestamptz, text text)' },
    { base: 'CREATE TABLE t (id int UNIQUE)' },
    { base: 'CREATE TABLE t (a int) PARTITION BY RANGE (a)' },
  ],
  good: [
    { base: 'CREATE TABLE t (id int PRIMARY KEY)' },
    { base: 'CREATE TABLE t (a int, b int, PRIMARY KEY (a, b))' },
    { base: 'CREATE TABLE t (a int PRIMARY KEY) PARTITION BY RANGE (a); CREATE TABLE t1 PARTITION OF t DEFAULT' },
  ],
  *check({ catalog }) {
    const objects = [...catalog.objects.values()];
    const keyed = new Set(
      objects
        .filter(isConstraint)
        .flatMap(({ facts }) => (facts.type === 'primary key' ? [qualified(facts.schema, facts.table)] : [])),
    );
    for (const { facts } of objects.filter(isTable)) {
      const name = qualified(facts.schema, facts.name);
      // a partition has the key of its parent, which is told of the parent
      if (keyed.has(name) || facts.partitionOf !== null) continue;
      yield { message: `${name} has no primary key.`, objects: [name] };
    }
  },
});
