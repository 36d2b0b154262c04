import { isTable } from '../../catalog/kinds/table/table-facts.ts';
import { listed } from '../blocked.ts';
import { defineMigrationRule, type MigrationView } from '../rule.ts';
import { keptFromReaders } from '../strong-locks.ts';

/** So many tables, by so many statements, and one waits for the next while all before it are locked. */
const many = 3;

export default defineMigrationRule({
  id: 'wide-lock-window',
  group: 'locks',
  severity: 'warning',
  title: 'One transaction locks many tables',
  why: 'Each lock has to be waited for while those before are held, and all are held to the end: the whole application stands still, and two that lock in another order deadlock.',
  todo: 'Give each table a section of its own, `-- plumb:up`, where they needn’t change together.',
  bad: [
    {
      base: 'CREATE TABLE a (id int); CREATE TABLE b (id int); CREATE TABLE c (id int)',
      sql: 'ALTER TABLE a ADD x int; ALTER TABLE b ADD x int; ALTER TABLE c ADD x int',
    },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."A" (id int); CREATE TABLE s.b (id int); CREATE TABLE c (id int); CREATE TABLE d (id int)',
      sql: 'BEGIN; ALTER TABLE s."A" RENAME TO z; DROP TABLE s.b; TRUNCATE c; ALTER TABLE d DROP COLUMN id; COMMIT;',
    },
  ],
  good: [
    {
      base: 'CREATE TABLE a (id int); CREATE TABLE b (id int); CREATE TABLE c (id int)',
      sql: '-- plumb:up\nALTER TABLE a ADD x int;\n-- plumb:up\nALTER TABLE b ADD x int;\n-- plumb:up\nALTER TABLE c ADD x int;',
    },
    {
      base: 'CREATE TABLE a (id int)',
      sql: 'ALTER TABLE a ADD x int; ALTER TABLE a ADD y int; ALTER TABLE a ADD z int',
    },
    {
      base: 'CREATE TABLE p (k int) PARTITION BY LIST (k); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE TABLE p2 PARTITION OF p DEFAULT',
      sql: 'ALTER TABLE p ADD x int; ALTER TABLE p ADD y int',
    },
    { sql: 'CREATE TABLE a (id int); CREATE TABLE b (id int); CREATE TABLE c (id int); ALTER TABLE c ADD x int' },
    {
      base: 'CREATE TABLE a (id int); CREATE TABLE b (id int); CREATE VIEW v AS SELECT a.id FROM a, b',
      sql: 'DROP VIEW v; ALTER TABLE a ADD x int; ALTER TABLE b ADD x int; CREATE VIEW v AS SELECT a.id FROM a, b',
    },
  ],
  *check(view) {
    const partOf = partitions(view);
    const views = viewsIn(view);
    const told = new Set<string>();
    for (const step of view.steps) {
      const { observation, earlier, version, transaction } = step;
      if (observation === null || transaction === null || told.has(`${version} ${transaction}`)) continue;
      const whole = (relations: readonly string[]): Set<string> =>
        new Set(relations.filter((each) => !views.has(each)).map((each) => partOf.get(each) ?? each));
      const own = whole(keptFromReaders(observation.locks));
      const before = whole(earlier.flatMap((each) => keptFromReaders(each.observation?.locks)));
      const all = [...new Set([...before, ...own])];
      const next = [...own].filter((each) => !before.has(each));
      if (all.length < many || next.length === 0 || before.size === 0) continue;
      told.add(`${version} ${transaction}`);
      yield {
        step,
        message: `It waits for ${listed(next)} while ${listed([...before])} are locked, which nobody can read or write until the transaction ends.`,
        objects: all,
        evidence: { ...observation },
      };
    }
  },
});

/** They go and come with the tables that they show. */
function viewsIn({ before }: MigrationView): ReadonlySet<string> {
  return new Set(
    [...before.objects.values()].flatMap(({ kind, facts }) =>
      (kind === 'view' || kind === 'materialized-view') && 'schema' in facts && 'name' in facts
        ? [`${facts.schema}.${facts.name}`]
        : [],
    ),
  );
}

/** Of each partition, the table that queries name. */
function partitions({ before }: MigrationView): ReadonlyMap<string, string> {
  const parents = new Map<string, string>();
  for (const { facts } of [...before.objects.values()].filter(isTable)) {
    if (facts.partitionOf !== null) parents.set(`${facts.schema}.${facts.name}`, facts.partitionOf.replaceAll('"', ''));
  }
  const roots = [...parents].map(([table, parent]) => {
    let root = parent;
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up;
    return [table, root] as const;
  });
  return new Map(roots);
}
