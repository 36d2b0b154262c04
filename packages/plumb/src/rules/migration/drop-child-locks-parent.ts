import { isTable } from '../../catalog/kinds/table/table-facts.ts';
import { listed } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { namesIn } from '../sql/alter-table.ts';
import { seenName } from '../sql/seen-name.ts';
import { keptFromReaders } from '../strong-locks.ts';

export default defineMigrationRule({
  id: 'drop-child-locks-parent',
  group: 'locks',
  severity: 'warning',
  title: 'Dropping a table locks those that it refers to',
  why: 'Its foreign keys have triggers on other tables, and a partition belongs to its parent: these are locked with ACCESS EXCLUSIVE, and all who read them wait.',
  todo: 'Do it in a transaction of its own with a short lock_timeout, and try again, which plumb does; DETACH PARTITION … CONCURRENTLY a partition before you drop it.',
  bad: [
    {
      base: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p_id int REFERENCES p)',
      sql: 'DROP TABLE c',
    },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."P" (id int PRIMARY KEY); CREATE TABLE s."C" (p_id int REFERENCES s."P"); CREATE TABLE d (a int)',
      sql: 'DROP TABLE IF EXISTS d, s."C" CASCADE',
    },
    {
      base: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE c PARTITION OF p FOR VALUES IN (1)',
      sql: 'DROP TABLE c',
    },
  ],
  good: [
    { base: 'CREATE TABLE t (id int PRIMARY KEY, parent int REFERENCES t)', sql: 'DROP TABLE t' },
    {
      base: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p_id int REFERENCES p)',
      sql: 'DROP TABLE c, p',
    },
    { sql: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p_id int REFERENCES p); DROP TABLE c' },
    {
      base: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE c PARTITION OF p FOR VALUES IN (1)',
      sql: 'DROP TABLE p',
    },
  ],
  *check({ steps, before }) {
    const partOf = new Map(
      [...before.objects.values()]
        .filter(isTable)
        .map(({ facts }) => [`${facts.schema}.${facts.name}`, facts.partitionOf]),
    );
    for (const step of steps) {
      const { tree, observation } = step;
      if (tree === null || !('DropStmt' in tree) || tree.DropStmt.removeType !== 'OBJECT_TABLE') continue;
      const named = (tree.DropStmt.objects ?? []).flatMap((each) => {
        const [relname = '', schemaname] = 'List' in each ? namesIn(each.List.items).toReversed() : [];
        return (
          seenName(observation?.locks ?? {}, schemaname === undefined ? { relname } : { schemaname, relname }) ?? []
        );
      });
      const isBelow = (table: string): boolean => {
        const parent = partOf.get(table)?.replaceAll('"', '') ?? null;
        return parent !== null && (named.includes(parent) || isBelow(parent));
      };
      const others = keptFromReaders(observation?.locks).filter(
        (table) => partOf.has(table) && !named.includes(table) && !isBelow(table),
      );
      if (others.length === 0) continue;
      yield {
        step,
        message: `${listed(named)} belongs to or refers to ${listed(others)}, which nobody can read or write until the transaction ends.`,
        objects: others,
        evidence: { ...observation },
      };
    }
  },
});
