import { identifier } from '../../catalog/identifier.ts';
import { isColumn } from '../../catalog/kinds/column/column-facts.ts';
import { defineMigrationRule } from '../rule.ts';
import { alterations, namesIn } from '../sql/alter-table.ts';
import { nodesOf } from '../sql/nodes-of.ts';
import { seenName } from '../sql/seen-name.ts';

export default defineMigrationRule({
  id: 'timestamptz-depends-on-time-zone',
  group: 'locks',
  severity: 'warning',
  title: 'What the times mean depends on who migrates',
  why: 'Without USING, the session’s TimeZone says which moment a time without zone was. Only where that is UTC nothing is written anew; elsewhere the whole table is, under ACCESS EXCLUSIVE.',
  todo: "If the times are in UTC: `SET LOCAL timezone = 'UTC'` before it. Otherwise say the zone: `USING at AT TIME ZONE 'Europe/Berlin'`, which writes the table anew, so in batches into a new column where it is large.",
  bad: [
    { base: 'CREATE TABLE t (at timestamp)', sql: 'ALTER TABLE t ALTER COLUMN at TYPE timestamptz' },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."T" ("At" timestamptz(3))',
      sql: 'ALTER TABLE s."T" ALTER "At" SET DATA TYPE timestamp(3) without time zone',
    },
    { base: 'CREATE TABLE t (at timestamp)', sql: 'ALTER TABLE t ALTER at TYPE timestamptz USING at::timestamptz' },
  ],
  good: [
    {
      base: 'CREATE TABLE t (at timestamp)',
      sql: "ALTER TABLE t ALTER at TYPE timestamptz USING at AT TIME ZONE 'UTC'",
    },
    {
      base: 'CREATE TABLE t (at timestamp)',
      sql: "SET LOCAL timezone = 'UTC'; ALTER TABLE t ALTER at TYPE timestamptz",
    },
    { base: 'CREATE TABLE t (at timestamp(3))', sql: 'ALTER TABLE t ALTER at TYPE timestamp(6)' },
    { base: 'CREATE TABLE t (at date)', sql: 'ALTER TABLE t ALTER at TYPE timestamp' },
    { sql: 'CREATE TABLE t (at timestamp); ALTER TABLE t ALTER at TYPE timestamptz' },
  ],
  *check({ steps, before, ...view }) {
    const columns = [...before.objects.values()].filter(isColumn);
    for (const { step, relation, command } of alterations({ steps, before, ...view }, 'AT_AlterColumnType')) {
      const table = seenName(step.observation?.locks ?? {}, relation);
      const column = columns.find(
        ({ facts }) => `${facts.schema}.${facts.table}` === table && facts.name === command.name,
      );
      const { def } = command;
      if (column === undefined || def === undefined || !('ColumnDef' in def)) continue;
      const [was, is] = [zoned(column.facts.type ?? ''), zoned(namesIn(def.ColumnDef.typeName?.names).at(-1) ?? '')];
      if (was === null || is === null || was === is) continue;
      const told = [...nodesOf(def.ColumnDef.raw_default, 'FuncCall')].some(({ FuncCall: { funcname } }) =>
        namesIn(funcname).includes('timezone'),
      );
      const set = step.earlier.some(
        ({ tree }) =>
          tree !== null && 'VariableSetStmt' in tree && tree.VariableSetStmt.name?.toLowerCase() === 'timezone',
      );
      if (told || set) continue;
      yield {
        step,
        message: `The TimeZone of the session that migrates decides which moments the values of ${identifier(command.name ?? '')} in ${table} become.`,
        objects: table === null ? [] : [table],
        evidence: { ...step.observation },
      };
    }
  },
});

/** Whether a type of times has a zone; null where it is none. */
function zoned(type: string): boolean | null {
  if (/^timestamp(?:\(\d\))? with time zone$|^timestamptz$/.test(type)) return true;
  return /^timestamp(?:\(\d\))?(?: without time zone)?$/.test(type) ? false : null;
}
