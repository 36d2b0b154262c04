import { keptParts } from '../part-changes.ts';
import { partName } from '../part-name.ts';
import { defineMigrationRule } from '../rule.ts';
import { isNarrower } from '../type-parts.ts';

export default defineMigrationRule({
  id: 'type-narrowing',
  group: 'data',
  severity: 'error',
  title: 'A column’s type gets narrower',
  why: 'Values that don’t fit make the migration fail, and what fits only roughly is cut or rounded for good: numbers lose their decimals, times their hours.',
  todo: 'Look whether all values fit (`SELECT count(*) … WHERE length(a) > 50`). Better, add a CHECK as NOT VALID, validate it, and leave the type as it is.',
  over: ['change-type-seen-by-clients'],
  bad: [
    { base: 'CREATE TABLE t (a varchar(100))', sql: 'ALTER TABLE t ALTER COLUMN a TYPE varchar(50)' },
    { base: 'CREATE TABLE t (a text)', sql: 'ALTER TABLE t ALTER a SET DATA TYPE varchar(255)' },
    { base: 'CREATE TABLE t (a bigint)', sql: 'ALTER TABLE t ALTER a TYPE int USING a::int' },
    {
      base: 'CREATE SCHEMA app; CREATE TABLE app."T" ("Total" numeric(12,4))',
      sql: 'ALTER TABLE IF EXISTS app."T" ALTER "Total" TYPE numeric(10,2)',
    },
    { base: 'CREATE TABLE t (a timestamptz)', sql: 'ALTER TABLE t ALTER a TYPE date' },
    { base: 'CREATE TABLE t (a double precision)', sql: 'ALTER TABLE t ALTER a TYPE integer' },
  ],
  good: [
    { base: 'CREATE TABLE t (a varchar(50))', sql: 'ALTER TABLE t ALTER a TYPE varchar(100)' },
    { base: 'CREATE TABLE t (a varchar(50))', sql: 'ALTER TABLE t ALTER a TYPE text' },
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ALTER a TYPE bigint' },
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ALTER a TYPE numeric(12,2)' },
    { base: 'CREATE TABLE t (a numeric(10,2))', sql: 'ALTER TABLE t ALTER a TYPE numeric' },
    { sql: 'CREATE TABLE t (a bigint); ALTER TABLE t ALTER a TYPE int' },
  ],
  *check({ steps }) {
    for (const step of steps) {
      const narrowed = keptParts(step, 'column').filter(({ was, is }) => isNarrower(was.type ?? '', is.type ?? ''));
      if (narrowed.length === 0) continue;
      const names = narrowed.map(({ part, was, is }) => `${partName(part)} becomes ${is.type} and was ${was.type}`);
      yield {
        step,
        message: `${names.join(', ')}: not all values that it may hold fit.`,
        objects: narrowed.map(({ part }) => partName(part)),
      };
    }
  },
});
