import type { RangeVar } from 'libpg-query';
import { standsOnIndex } from '../../catalog/kinds/constraint/constraint-facts.ts';
import { isIndex } from '../../catalog/kinds/index/index-facts.ts';
import { listed, severityAtSize } from '../blocked.ts';
import { defineMigrationRule, type MigrationView } from '../rule.ts';
import { alterations } from '../sql/alter-table.ts';
import { isPartitioned } from '../sql/built-concurrently.ts';
import { keptFromReaders } from '../strong-locks.ts';

export default defineMigrationRule({
  id: 'set-tablespace-or-access-method',
  group: 'locks',
  severity: 'error',
  title: 'Moving a table copies it under a lock',
  why: 'To another tablespace every block is copied, for another access method every row is written anew, under ACCESS EXCLUSIVE: nobody reads or writes the table meanwhile.',
  todo: 'pg_repack moves tables while others work; indexes move with REINDEX (TABLESPACE …) CONCURRENTLY. Or make a new table there, fill it in batches, and swap the names.',
  bad: [
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t SET TABLESPACE fast' },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."T" (a int); CREATE INDEX i ON s."T" (a)',
      sql: 'ALTER INDEX s.i SET TABLESPACE fast',
    },
    {
      base: 'CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler; CREATE TABLE t (a int)',
      sql: 'ALTER TABLE t SET ACCESS METHOD heap2',
      majors: [18],
    },
  ],
  good: [
    { sql: 'CREATE TABLE t (a int); ALTER TABLE t SET TABLESPACE fast' },
    { base: 'CREATE TABLE p (a int) PARTITION BY LIST (a)', sql: 'ALTER TABLE p SET TABLESPACE fast' },
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t SET ACCESS METHOD heap', majors: [18] },
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t SET (fillfactor = 80)' },
  ],
  *check(view) {
    for (const { step, relation, command } of alterations(view, 'AT_SetTableSpace', 'AT_SetAccessMethod')) {
      const { rewrites = [], locks } = step.observation ?? {};
      const moves = command.subtype === 'AT_SetTableSpace';
      // a shadow has one tablespace only, so that the copy itself is not to be seen there
      const moved = [...keptFromReaders(locks), ...indexNamed(relation, view)];
      const tables = moves ? moved.filter((table) => !isPartitioned(view.before, table)) : rewrites;
      if (tables.length === 0) continue;
      yield {
        step,
        message: `${listed(tables)} is ${moves ? 'copied' : 'written anew'} while nobody can read or write it.`,
        objects: tables,
        severity: severityAtSize(tables, view, 'error'),
        evidence: { ...step.observation, seconds: step.seconds },
      };
    }
  },
});

/** An index that is named like a table would be: only itself is locked. */
function indexNamed({ schemaname, relname = '' }: RangeVar, { before }: MigrationView): readonly string[] {
  return [...before.objects.values()].flatMap((object) => {
    if (!isIndex(object) && !standsOnIndex(object)) return [];
    const { schema, name } = object.facts;
    return name === relname && (schemaname ?? schema) === schema ? [`${schema}.${name}`] : [];
  });
}
