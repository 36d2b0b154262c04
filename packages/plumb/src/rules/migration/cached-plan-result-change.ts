import { qualified } from '../../catalog/identifier.ts';
import { columnId } from '../../catalog/kinds/column/column-facts.ts';
import { lockedRelation } from '../locked-relation.ts';
import { keptParts, lostParts } from '../part-changes.ts';
import { ownerName } from '../part-name.ts';
import { defineMigrationRule } from '../rule.ts';
import { addedColumns } from '../sql/alter-table.ts';

export default defineMigrationRule({
  id: 'cached-plan-result-change',
  group: 'application',
  severity: 'info',
  title: 'Prepared statements return other columns',
  why: 'A session that has prepared `SELECT *` of the table, as drivers and ORMs do by themselves, gets “cached plan must not change result type” once for each such statement, and in a transaction loses the transaction.',
  todo: 'Name the columns in queries. Where `SELECT *` is prepared, let sessions be opened anew after the migration, or retry.',
  optional: true,
  bad: [
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ADD COLUMN b int' },
    { base: 'CREATE TABLE t (a int, b int)', sql: 'ALTER TABLE t DROP COLUMN b' },
    {
      base: 'CREATE SCHEMA app; CREATE TABLE app."T" (a varchar(5))',
      sql: 'ALTER TABLE app."T" ALTER a TYPE varchar(9)',
    },
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t RENAME a TO b' },
  ],
  good: [
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ALTER a SET DEFAULT 1' },
    { sql: 'CREATE TABLE t (a int); ALTER TABLE t ADD COLUMN b int' },
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ALTER a SET NOT NULL' },
    { base: 'CREATE TABLE t (a int)', sql: 'CREATE INDEX ON t (a)' },
  ],
  *check(view) {
    const added = [...addedColumns(view)];
    for (const step of view.steps) {
      const tables = new Set([
        ...lostParts(step, 'column').map(ownerName),
        ...keptParts(step, 'column')
          .filter(({ was, is }) => was.name !== is.name || was.type !== is.type)
          .map(({ part }) => ownerName(part)),
        ...added
          .filter((each) => each.step === step)
          .flatMap(({ relation, column }) => {
            const table = lockedRelation(step, relation);
            if (table === null || view.before.objects.has(columnId(table.schema, table.name, column.colname ?? '')))
              return [];
            return [qualified(table.schema, table.name)];
          }),
      ]);
      if (tables.size === 0) continue;
      yield {
        step,
        message: `\`SELECT *\` of ${[...tables].join(', ')} returns other columns from now on.`,
        objects: [...tables],
      };
    }
  },
});
