import { listed } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { keptFromReaders } from '../strong-locks.ts';

export default defineMigrationRule({
  id: 'drop-type-cascade',
  group: 'locks',
  severity: 'error',
  title: 'Dropping a type takes columns along',
  why: 'With CASCADE every column of the type goes, in whatever table, with all that it held, and each of these tables is locked with ACCESS EXCLUSIVE.',
  todo: 'Drop or change the columns by name first, then the type without CASCADE.',
  over: ['drop-cascade-dependents'],
  bad: [
    { base: "CREATE TYPE e AS ENUM ('a'); CREATE TABLE t (a int, b e)", sql: 'DROP TYPE e CASCADE' },
    {
      base: 'CREATE SCHEMA s; CREATE DOMAIN s."D" AS int; CREATE TABLE s.t (a int, b s."D"); CREATE TABLE u (x int, c s."D")',
      sql: 'DROP DOMAIN IF EXISTS s."D" CASCADE',
    },
  ],
  good: [
    { base: "CREATE TYPE e AS ENUM ('a'); CREATE TABLE t (a int)", sql: 'DROP TYPE e CASCADE' },
    { base: "CREATE TYPE e AS ENUM ('a')", sql: 'DROP TYPE IF EXISTS e' },
    {
      base: "CREATE TYPE e AS ENUM ('a'); CREATE TABLE t (a int, b e)",
      sql: 'ALTER TABLE t ALTER b TYPE text; DROP TYPE e',
    },
    { sql: "CREATE TYPE e AS ENUM ('a'); CREATE TABLE t (a int, b e); DROP TYPE e CASCADE" },
  ],
  *check({ steps }) {
    for (const step of steps) {
      const { tree, observation } = step;
      if (tree === null || !('DropStmt' in tree) || tree.DropStmt.behavior !== 'DROP_CASCADE') continue;
      const { removeType } = tree.DropStmt;
      const tables = keptFromReaders(observation?.locks);
      if (!(removeType === 'OBJECT_TYPE' || removeType === 'OBJECT_DOMAIN') || tables.length === 0) continue;
      yield {
        step,
        message: `Columns of ${listed(tables)} go with the type, and nobody can read or write these tables until the transaction ends.`,
        objects: tables,
        evidence: { ...observation },
      };
    }
  },
});
