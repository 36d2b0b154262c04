import type { Node } from 'libpg-query';
import { qualified } from '../../catalog/identifier.ts';
import { columnId } from '../../catalog/kinds/column/column-facts.ts';
import { isInBatches } from '../backfill-section.ts';
import { lockedRelation } from '../locked-relation.ts';
import { defineMigrationRule } from '../rule.ts';
import { isAlwaysTrue } from '../sql/always-true.ts';
import { nodesOf } from '../sql/nodes-of.ts';
import { statementsWithin } from '../sql/statements-within.ts';

export default defineMigrationRule({
  id: 'delete-or-update-without-where',
  group: 'data',
  severity: 'error',
  title: 'Every row is changed or deleted',
  why: 'Without a WHERE it reaches every row, and what they held is gone. All of them stay locked until the transaction ends.',
  todo: 'Say which rows you mean with a WHERE. If you mean all of them, do it in batches, in a section `-- plumb:up backfill table=…`.',
  over: ['unbatched-backfill'],
  bad: [
    { base: 'CREATE TABLE users (id int, active bool)', sql: 'DELETE FROM users' },
    { base: 'CREATE TABLE users (id int, active bool)', sql: 'UPDATE users SET active = true' },
    {
      base: 'CREATE SCHEMA app; CREATE TABLE app."User" (id int)',
      sql: 'DELETE FROM ONLY app."User" AS u WHERE true',
    },
    { base: 'CREATE TABLE t (a int)', sql: 'DO $$ BEGIN IF true THEN DELETE FROM t; END IF; END $$' },
    { base: 'CREATE TABLE t (a int)', sql: 'WITH x AS (SELECT 1 AS b) UPDATE t SET a = (SELECT b FROM x) WHERE 1 = 1' },
  ],
  good: [
    { base: 'CREATE TABLE t (a int)', sql: "DELETE FROM t WHERE 'this' = 'that'" },
    { base: 'CREATE TABLE t (a int)', sql: 'DELETE FROM t WHERE a = 1' },
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ADD b int; UPDATE t SET b = a' },
    { base: 'CREATE TABLE t (a int); CREATE TABLE u (a int)', sql: 'DELETE FROM t USING u WHERE u.a = t.a' },
    { base: 'CREATE TABLE t (a int)', sql: 'CREATE TEMP TABLE x AS SELECT * FROM t; DELETE FROM x' },
    {
      base: 'CREATE TABLE t (id int PRIMARY KEY, a int)',
      sql: '-- plumb:up backfill table=t\nUPDATE t SET a = 0;\n',
    },
    { base: 'CREATE TABLE t (a int)', sql: 'CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ DELETE FROM t $$' },
  ],
  *check({ steps, before }) {
    for (const step of steps) {
      if (isInBatches(step)) continue;
      const trees = statementsWithin(step.tree);
      const deleted = trees
        .flatMap((tree) => [...nodesOf(tree, 'DeleteStmt')])
        .flatMap(({ DeleteStmt: each }) => {
          const table = each.relation === undefined ? null : lockedRelation(step, each.relation);
          return table === null || !isForEveryRow(each.whereClause) || each.usingClause !== undefined ? [] : [table];
        });
      const updated = trees
        .flatMap((tree) => [...nodesOf(tree, 'UpdateStmt')])
        .flatMap(({ UpdateStmt: each }) => {
          const table = each.relation === undefined ? null : lockedRelation(step, each.relation);
          if (table === null || !isForEveryRow(each.whereClause) || each.fromClause !== undefined) return [];
          const isOld = (each.targetList ?? []).some(
            (target) =>
              'ResTarget' in target &&
              before.objects.has(columnId(table.schema, table.name, target.ResTarget.name ?? '')),
          );
          return isOld ? [table] : [];
        });
      const named = (tables: readonly { schema: string; name: string }[]): readonly string[] =>
        tables.map(({ schema, name }) => qualified(schema, name));
      const said = [
        ...named(deleted).map((table) => `All rows of ${table} are deleted.`),
        ...named(updated).map((table) => `All rows of ${table} are changed.`),
      ];
      if (said.length > 0) yield { step, message: said.join(' '), objects: named([...deleted, ...updated]) };
    }
  },
});

function isForEveryRow(where: Node | undefined): boolean {
  return where === undefined || isAlwaysTrue(where);
}
