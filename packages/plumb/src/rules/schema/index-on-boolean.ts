import { reportIndexed } from '../facts/report-indexed.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'index-on-boolean',
  group: 'schema',
  severity: 'warning',
  title: 'An index tells only yes from no',
  why: 'Half of the table is behind each of its two values, and to read that much the table is read as a whole. Where one value is rare, only its rows belong into the index.',
  todo: 'Make it a partial index of what queries look for: `CREATE INDEX … (created_at) WHERE NOT done`.',
  bad: [
    { base: 'CREATE TABLE t (id int, done bool); CREATE INDEX i ON t (done)' },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."T" ("isDone" boolean NOT NULL); CREATE INDEX "I" ON s."T" ("isDone" DESC)',
    },
    { base: 'CREATE TABLE t (done bool); CREATE INDEX i ON t USING hash (done)' },
  ],
  good: [
    { base: 'CREATE TABLE t (id int, done bool); CREATE INDEX i ON t (id) WHERE NOT done' },
    { base: 'CREATE TABLE t (id int, done bool); CREATE INDEX i ON t (done, id)' },
    { base: 'CREATE TABLE t (main bool); CREATE UNIQUE INDEX i ON t (main) WHERE main' },
    { base: 'CREATE TABLE t (a int, done bool); CREATE INDEX i ON t (a) INCLUDE (done)' },
    { base: 'CREATE TABLE t (done bool); CREATE INDEX i ON t (done) WHERE done' },
  ],
  check: (view) =>
    reportIndexed(
      view,
      ({ keys, unique, where }, { base }) => keys.length === 1 && !unique && where === null && base === 'boolean',
      ({ path }, column) => `${path} is an index on ${column.path}, which is only true or false.`,
    ),
});
