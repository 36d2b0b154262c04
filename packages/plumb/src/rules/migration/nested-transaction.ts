import { defineMigrationRule } from '../rule.ts';
import { transactionWords } from '../transaction-words.ts';

export default defineMigrationRule({
  id: 'nested-transaction',
  group: 'transaction',
  severity: 'warning',
  title: 'A transaction is opened or ended inside another',
  why: 'PostgreSQL has no transactions in transactions: a BEGIN in one does nothing, and the first COMMIT ends the one around it. What comes behind isn’t undone with the rest when it fails.',
  todo: 'Take BEGIN and COMMIT out: a section is one transaction by itself. Where parts have to be committed apart, give each a section of its own.',
  bad: [
    {
      base: 'CREATE TABLE t (a int)',
      sql: 'BEGIN; ALTER TABLE t ADD b int; BEGIN; ALTER TABLE t ADD c int; COMMIT; COMMIT',
    },
    { base: 'CREATE TABLE t (a int)', sql: '-- plumb:up\nBEGIN;\nALTER TABLE t ADD b int;\nCOMMIT;\n' },
    { base: 'CREATE TABLE t (a int)', sql: '-- +goose Up\nSTART TRANSACTION;\nALTER TABLE t ADD b int;\nEND;\n' },
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ADD b int; COMMIT; ALTER TABLE t ADD c int' },
  ],
  good: [
    { base: 'CREATE TABLE t (a int)', sql: 'BEGIN; ALTER TABLE t ADD b int; COMMIT' },
    {
      base: 'CREATE TABLE t (a int)',
      sql: 'BEGIN; ALTER TABLE t ADD b int; COMMIT; BEGIN; ALTER TABLE t ADD c int; COMMIT',
    },
    { base: 'CREATE TABLE t (a int)', sql: 'SAVEPOINT s; ALTER TABLE t ADD b int; RELEASE s' },
    { base: 'CREATE TABLE t (a int)', sql: 'DO $$ BEGIN ALTER TABLE t ADD b int; END $$' },
    { base: 'CREATE TABLE t (a int)', sql: '-- plumb:up no-transaction\nBEGIN;\nALTER TABLE t ADD b int;\nCOMMIT;\n' },
  ],
  *check(view) {
    const told = new Set<string>();
    for (const { migration, place, word, inside } of transactionWords(view)) {
      const isNested = word === 'begin' ? inside !== null : inside !== 'opened';
      if (!isNested || told.has(migration)) continue;
      told.add(migration);
      const first = place.text.split(/\s/)[0]?.toUpperCase() ?? '';
      const message =
        word === 'begin'
          ? `${first} stands where a transaction is open already.`
          : `${first} ends a transaction that the file didn’t open.`;
      yield { step: null, migration, place, message };
    }
  },
});
