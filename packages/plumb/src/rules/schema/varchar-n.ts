import { reportColumns } from '../facts/report-columns.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'varchar-n',
  group: 'schema',
  severity: 'info',
  title: 'A text has a length',
  why: 'PostgreSQL stores varchar(n) and text alike. The day the limit is too short, an INSERT fails; to shorten it rewrites the table.',
  todo: 'Use text, and a CHECK on the length where there is a reason for one.',
  optional: true,
  bad: [
    { base: 'CREATE TABLE t (a varchar(255))' },
    { base: 'CREATE TABLE t (a character varying(20)[])' },
    { base: 'CREATE SCHEMA s; CREATE TABLE s.t ("Name" varchar(1) NOT NULL)' },
  ],
  good: [{ base: 'CREATE TABLE t (a text, b varchar)' }, { base: 'CREATE TABLE t (a text CHECK (length(a) <= 255))' }],
  check: (view) =>
    reportColumns(
      view,
      ({ base }) => /^character varying\(\d+\)/.test(base),
      ({ path, base }) => `${path} is ${base}.`,
    ),
});
