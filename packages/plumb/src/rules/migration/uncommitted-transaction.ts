import { defineMigrationRule } from '../rule.ts';
import { transactionWords } from '../transaction-words.ts';

export default defineMigrationRule({
  id: 'uncommitted-transaction',
  group: 'transaction',
  severity: 'error',
  title: 'A transaction is opened and never committed',
  why: 'Run by psql or a tool that takes the file as it is, all of it is undone when the session ends, and until then its locks are held.',
  todo: 'Write COMMIT at the end, or take BEGIN out: a file is one transaction by itself.',
  bad: [
    { base: 'CREATE TABLE t (a int)', sql: 'BEGIN; ALTER TABLE t ADD b int' },
    {
      base: 'CREATE TABLE t (a int)',
      sql: 'START TRANSACTION ISOLATION LEVEL SERIALIZABLE;\nALTER TABLE t ADD b int;\n-- COMMIT;\n',
    },
    {
      base: 'CREATE TABLE t (a int)',
      sql: 'BEGIN; ALTER TABLE t ADD b int; COMMIT; BEGIN WORK; ALTER TABLE t ADD c int;',
    },
  ],
  good: [
    { base: 'CREATE TABLE t (a int)', sql: 'BEGIN; ALTER TABLE t ADD b int; COMMIT' },
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ADD b int' },
    { base: 'CREATE TABLE t (a int)', sql: 'BEGIN TRANSACTION; ALTER TABLE t ADD b int; END' },
    { base: 'CREATE TABLE t (a int)', sql: 'DO $$ BEGIN ALTER TABLE t ADD b int; END $$' },
  ],
  *check(view) {
    for (const { migration, place, left } of transactionWords(view)) {
      if (left) yield { step: null, migration, place, message: 'No COMMIT follows.' };
    }
  },
});
