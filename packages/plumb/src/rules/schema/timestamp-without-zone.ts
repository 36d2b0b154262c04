import { reportColumns } from '../facts/report-columns.ts';
import { wordsOf } from '../facts/words-of.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'timestamp-without-zone',
  group: 'schema',
  severity: 'warning',
  title: 'A point in time has no time zone',
  why: 'It is stored as the clock showed it, and nobody knows where. Sessions with another TimeZone read another moment, and so does daylight saving time.',
  todo: 'Use timestamptz: it costs as much, and every session sees the moment in its own time zone.',
  bad: [
    { base: 'CREATE TABLE t (at timestamp)' },
    { base: 'CREATE TABLE t (id int PRIMARY KEY, created_at timestamp without time zone NOT NULL DEFAULT now())' },
    { base: 'CREATE SCHEMA s; CREATE TABLE s."Order" ("createdAt" timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP)' },
    { base: 'CREATE TABLE t (at timestamp[])' },
    { base: 'CREATE DOMAIN moment AS timestamp; CREATE TABLE t (at moment)' },
  ],
  good: [
    { base: 'CREATE TABLE t (at timestamptz, day date, hour time)' },
    { base: 'CREATE TABLE t (at timestamp with time zone DEFAULT now(), p timestamptz(3))' },
    { base: 'CREATE TABLE t (starts_local timestamp, zone text)' },
  ],
  check: (view) =>
    reportColumns(
      view,
      ({ base, name }) => /^timestamp(\(\d\))? without time zone/.test(base) && !wordsOf(name).includes('local'),
      ({ path }) => `${path} is a timestamp without time zone.`,
    ),
});
