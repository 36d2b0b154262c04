import { identifier } from '../../catalog/identifier.ts';
import { isConstraint } from '../../catalog/kinds/constraint/constraint-facts.ts';
import { listed } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { alterations } from '../sql/alter-table.ts';
import { seenName } from '../sql/seen-name.ts';
import { keptFromReaders } from '../strong-locks.ts';

export default defineMigrationRule({
  id: 'drop-foreign-key-locks-parent',
  group: 'locks',
  severity: 'warning',
  title: 'Dropping a foreign key locks the other table',
  why: 'Its triggers on the table that it refers to go, too, which takes ACCESS EXCLUSIVE there: all who read it wait, for as long as it waits for them.',
  todo: 'Do it in a transaction of its own with a short lock_timeout, and try again; plumb does that.',
  bad: [
    {
      base: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p_id int CONSTRAINT f REFERENCES p)',
      sql: 'ALTER TABLE c DROP CONSTRAINT f',
    },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."P" (id int PRIMARY KEY); CREATE TABLE s.c (p_id int REFERENCES s."P")',
      sql: 'ALTER TABLE IF EXISTS ONLY s.c DROP CONSTRAINT IF EXISTS c_p_id_fkey CASCADE, ADD a int',
    },
    {
      base: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (a int, p_id int REFERENCES p)',
      sql: 'ALTER TABLE c DROP COLUMN p_id',
    },
  ],
  good: [
    { base: 'CREATE TABLE t (a int CONSTRAINT c CHECK (a > 0))', sql: 'ALTER TABLE t DROP CONSTRAINT c' },
    {
      base: 'CREATE TABLE t (id int PRIMARY KEY, parent int CONSTRAINT f REFERENCES t)',
      sql: 'ALTER TABLE t DROP CONSTRAINT f',
    },
    {
      base: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (a int, p_id int REFERENCES p)',
      sql: 'ALTER TABLE c DROP COLUMN a',
    },
    {
      sql: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p_id int CONSTRAINT f REFERENCES p); ALTER TABLE c DROP CONSTRAINT f',
    },
  ],
  *check(view) {
    const keys = [...view.before.objects.values()].filter(isConstraint);
    for (const { step, relation, command } of alterations(view, 'AT_DropConstraint', 'AT_DropColumn')) {
      const locked = keptFromReaders(step.observation?.locks);
      const table = seenName(step.observation?.locks ?? {}, relation);
      const dropped = keys.flatMap(({ facts }) => {
        if (facts.type !== 'foreign key' || `${facts.schema}.${facts.table}` !== table) return [];
        const parent = `${facts.references.schema}.${facts.references.table}`;
        const goes =
          command.subtype === 'AT_DropConstraint'
            ? facts.name === command.name
            : facts.columns.includes(command.name ?? '');
        return goes && parent !== table && locked.includes(parent) ? [{ parent, name: facts.name }] : [];
      });
      if (dropped.length === 0) continue;
      const parents = [...new Set(dropped.map(({ parent }) => parent))];
      yield {
        step,
        message: `${listed(dropped.map(({ name }) => identifier(name)))} refers to ${listed(parents)}, which nobody can read or write until the transaction ends.`,
        objects: parents,
        evidence: { ...step.observation },
      };
    }
  },
});
