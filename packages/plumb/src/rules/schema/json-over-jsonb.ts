import { reportColumns } from '../facts/report-columns.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'json-over-jsonb',
  group: 'schema',
  severity: 'warning',
  title: 'JSON is kept as text',
  why: 'json is parsed again by each query that looks into it, has no equality (so no DISTINCT, GROUP BY or UNION over the row), and can’t be indexed.',
  todo: 'Use jsonb, unless the exact text, with its blanks and its order of keys, matters.',
  bad: [
    { base: 'CREATE TABLE t (a json)' },
    { base: "CREATE TABLE t (id int PRIMARY KEY, settings json NOT NULL DEFAULT '{}')" },
    { base: 'CREATE TABLE t (a json[])' },
    { base: 'CREATE DOMAIN doc AS json; CREATE TABLE t (a doc)' },
  ],
  good: [{ base: 'CREATE TABLE t (a jsonb)' }, { base: 'CREATE TABLE t (json text, b jsonb[])' }],
  check: (view) =>
    reportColumns(
      view,
      ({ base }) => /^json(\[|$)/.test(base),
      ({ path }) => `${path} is json.`,
    ),
});
