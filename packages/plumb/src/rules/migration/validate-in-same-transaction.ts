import { identifier } from '../../catalog/identifier.ts';
import { blocking, listed } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { alterations } from '../sql/alter-table.ts';
import { inSections } from '../sql/sections.ts';
import { keptFromWriters } from '../strong-locks.ts';

export default defineMigrationRule({
  id: 'validate-in-same-transaction',
  group: 'locks',
  severity: 'error',
  title: 'Validated while the lock is still held',
  why: 'VALIDATE lets others work, but what added the constraint took a strong lock, and a transaction keeps its locks to its end: the rows are read while everyone waits.',
  todo: 'Validate in a transaction of its own, after the constraint is committed.',
  over: ['work-after-access-exclusive', 'add-check-valid', 'add-foreign-key-valid', 'set-not-null-scan'],
  bad: [
    {
      base: 'CREATE TABLE t (a int)',
      sql: 'ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID; ALTER TABLE t VALIDATE CONSTRAINT c',
    },
    {
      base: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p_id int); CREATE INDEX ON c (p_id)',
      sql: `BEGIN;
        ALTER TABLE c ADD CONSTRAINT f FOREIGN KEY (p_id) REFERENCES p NOT VALID;
        ALTER TABLE c VALIDATE CONSTRAINT f;
        COMMIT;`,
    },
    {
      base: 'CREATE TABLE t (a int)',
      sql: 'ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID, VALIDATE CONSTRAINT c',
    },
    {
      base: 'CREATE TABLE t (a int, CONSTRAINT c CHECK (a > 0)); CREATE TABLE u (b int); ALTER TABLE u ADD CONSTRAINT d CHECK (b > 0) NOT VALID',
      sql: 'ALTER TABLE u ADD COLUMN x int; ALTER TABLE u VALIDATE CONSTRAINT d',
    },
  ],
  good: [
    {
      base: 'CREATE TABLE t (a int)',
      sql: `-- plumb:up
        ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;
        -- plumb:up
        ALTER TABLE t VALIDATE CONSTRAINT c;`,
    },
    {
      base: 'CREATE TABLE t (a int); ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID',
      sql: 'ALTER TABLE t VALIDATE CONSTRAINT c',
    },
    {
      base: 'CREATE TABLE t (a int)',
      sql: `BEGIN; ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID; COMMIT;
        BEGIN; ALTER TABLE t VALIDATE CONSTRAINT c; COMMIT;`,
    },
    {
      sql: 'CREATE TABLE t (a int); ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID; ALTER TABLE t VALIDATE CONSTRAINT c',
    },
  ],
  *check(view) {
    for (const { step, command, commands, alter } of alterations(view, 'AT_ValidateConstraint')) {
      const { scans = [], held = {}, locks = {} } = step.observation ?? {};
      const strong = [held, locks].flatMap(keptFromWriters);
      if (scans.length === 0 || strong.length === 0) continue;
      const name = command.name ?? '';
      const fix = {
        description: 'Validate in a section of its own.',
        sql: inSections({ statements: [`${alter} VALIDATE CONSTRAINT ${identifier(name)}`] }),
      };
      yield blocking(
        step,
        view,
        `While ${name} is validated, which reads ${listed(scans)}, the transaction still holds the lock that keeps others out of ${listed([...new Set(strong)])}.`,
        commands.length === 1 ? { fix } : {},
      );
    }
  },
});
