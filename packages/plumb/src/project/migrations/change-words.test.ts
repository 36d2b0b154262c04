import { expect, test } from 'vitest';
import { type Answers, diffSql } from '../../../test/diff-sql.ts';
import { changeWords } from './change-words.ts';

async function words(before: string, after: string, answers: Answers = {}): Promise<string> {
  const { changed } = await diffSql(before, after, { rename: ['none'], allow: true, ...answers });
  return changeWords(changed);
}

test('a migration is told by what it adds, changes and drops, without what goes along', async () => {
  const before =
    'CREATE TABLE a (id int PRIMARY KEY, n int); CREATE TABLE b (id int PRIMARY KEY); CREATE VIEW v AS SELECT 1;';
  const after = `CREATE TABLE a (id int PRIMARY KEY, n bigint DEFAULT 1, t text); CREATE VIEW v AS SELECT 2;
    CREATE TABLE c (id int PRIMARY KEY, t text NOT NULL); CREATE INDEX ON c (t); COMMENT ON TABLE a IS 'A';`;
  expect(await words(before, after)).toBe(`Adds table public.c, column public.a.t.
Changes column public.a.n, the default of column public.a.n, view public.v, the comment on table public.a.
Drops table public.b.`);
});

test('what was renamed comes first, with both names', async () => {
  const [before, after] = ['CREATE TABLE users (name text);', 'CREATE TABLE people (name text, age int);'];
  expect(await words(before, after, { rename: ['public.users=people'] })).toBe(
    'Renames public.users to public.people.\nAdds column public.people.age.',
  );
});

test('of very many changes some are named, and the others counted', async () => {
  const after = Array.from({ length: 20 }, (_, index) => `CREATE TABLE t${index + 10} (id int);`).join('\n');
  expect(await words('', after)).toMatch(
    /^Adds table public\.t10, (table public\.t1\d, ){6}table public\.t17 and 12 more\.$/,
  );
});

test('a name with a line break stays in its comment', async () => {
  expect(await words('', 'CREATE TABLE "a\nDROP TABLE b; --" (id int);')).toBe(
    'Adds table public."a DROP TABLE b; --".',
  );
});
