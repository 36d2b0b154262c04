import { isConstraint } from '../../catalog/kinds/constraint/constraint-facts.ts';
import { blocking, listed } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { alterations } from '../sql/alter-table.ts';
import { seenName } from '../sql/seen-name.ts';

export default defineMigrationRule({
  id: 'alter-referenced-key-type',
  group: 'locks',
  severity: 'error',
  title: 'A new type of a key locks the tables that refer to it',
  why: 'Foreign keys to the column are made again: the tables that refer to it are locked with ACCESS EXCLUSIVE, too, and all their rows looked up. Where the new type is stored differently, the table itself is written anew besides.',
  todo: 'Add a column of the new type here and in each table that refers to it, fill them in batches, and let them take the old ones’ place together.',
  over: ['alter-type-rewrite', 'alter-type-reindex', 'alter-type-recheck', 'foreign-key-type-mismatch'],
  bad: [
    {
      base: 'CREATE TABLE users (id int PRIMARY KEY); CREATE TABLE orders (user_id int REFERENCES users)',
      sql: 'ALTER TABLE users ALTER COLUMN id TYPE bigint',
    },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."User" (id varchar(10) PRIMARY KEY); CREATE TABLE s.o (u varchar(10) REFERENCES s."User")',
      sql: 'ALTER TABLE s."User" ALTER id TYPE varchar(20)',
    },
  ],
  good: [
    { base: 'CREATE TABLE users (id int PRIMARY KEY)', sql: 'ALTER TABLE users ALTER COLUMN id TYPE bigint' },
    {
      base: 'CREATE TABLE users (id int PRIMARY KEY, n int); CREATE TABLE orders (user_id int REFERENCES users)',
      sql: 'ALTER TABLE users ALTER n TYPE bigint',
    },
    {
      base: 'CREATE TABLE users (id int PRIMARY KEY); CREATE TABLE orders (n int, user_id int REFERENCES users)',
      sql: 'ALTER TABLE orders ALTER n TYPE bigint',
    },
  ],
  *check(view) {
    const keys = [...view.before.objects.values()].filter(isConstraint);
    for (const { step, relation, command } of alterations(view, 'AT_AlterColumnType')) {
      const { locks = {}, rewrites = [] } = step.observation ?? {};
      const table = seenName(locks, relation);
      const others = keys.flatMap(({ facts }) => {
        if (facts.type !== 'foreign key') return [];
        const { references } = facts;
        const other = `${facts.schema}.${facts.table}`;
        const isMeant =
          `${references.schema}.${references.table}` === table && references.columns.includes(command.name ?? '');
        return isMeant && other !== table && locks[other] !== undefined ? [other] : [];
      });
      const named = [...new Set(others)];
      if (named.length === 0) continue;
      const work = rewrites.length === 0 ? '' : `${listed(rewrites)} is written anew. `;
      yield blocking(
        step,
        view,
        `${work}${listed(named)} ${named.length === 1 ? 'refers' : 'refer'} to ${table}, and nobody can read or write there either while the keys are made again.`,
      );
    }
  },
});
