import { listed } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { nodesOf } from '../sql/nodes-of.ts';
import { keptFromWriters } from '../strong-locks.ts';

export default defineMigrationRule({
  id: 'foreign-key-in-create-table',
  group: 'locks',
  severity: 'info',
  title: 'A reference locks the other table for a moment',
  why: 'A new table has no rows to check, but the table that it refers to is locked with SHARE ROW EXCLUSIVE: writers wait until the transaction ends.',
  todo: 'Keep the transaction short: nothing that works through tables behind it.',
  bad: [
    {
      base: 'CREATE TABLE users (id int PRIMARY KEY)',
      sql: 'CREATE TABLE orders (id int, user_id int REFERENCES users)',
    },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."U" (a int, b int, PRIMARY KEY (a, b))',
      sql: 'CREATE TABLE IF NOT EXISTS s.o (a int, b int, CONSTRAINT f FOREIGN KEY (a, b) REFERENCES s."U" (a, b))',
    },
    {
      base: 'CREATE TABLE p (id int PRIMARY KEY)',
      sql: 'CREATE TABLE c (p_id int); ALTER TABLE c ADD FOREIGN KEY (p_id) REFERENCES p',
    },
  ],
  good: [
    { sql: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p_id int REFERENCES p)' },
    { base: 'CREATE TABLE p (id int PRIMARY KEY)', sql: 'CREATE TABLE c (p_id int)' },
    { sql: 'CREATE TABLE t (id int PRIMARY KEY, parent int REFERENCES t)' },
    {
      base: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (a int)',
      sql: 'ALTER TABLE c ADD FOREIGN KEY (a) REFERENCES p NOT VALID',
    },
  ],
  *check({ steps }) {
    const made = new Set<string>();
    for (const step of steps) {
      const { tree, observation } = step;
      if (tree === null || !('CreateStmt' in tree || 'AlterTableStmt' in tree)) continue;
      const statement = 'CreateStmt' in tree ? tree.CreateStmt : tree.AlterTableStmt;
      const name = statement.relation?.relname ?? '';
      if ('CreateStmt' in tree) made.add(name);
      const refers = [...nodesOf(tree, 'Constraint')].some(
        ({ Constraint: { contype } }) => contype === 'CONSTR_FOREIGN',
      );
      const tables = keptFromWriters(observation?.locks);
      if (!refers || !made.has(name) || tables.length === 0) continue;
      yield {
        step,
        message: `Writers to ${listed(tables)} wait until the transaction that makes ${name} ends.`,
        objects: tables,
        evidence: { ...observation },
      };
    }
  },
});
