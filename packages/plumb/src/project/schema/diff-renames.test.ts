import { expect, test } from 'vitest';
import { diffSql, refusalOf, upOf } from '../../../test/diff-sql.ts';

test('without an answer, what could have been renamed is refused, with all choices at once', async () => {
  const before = `
    CREATE TABLE users (id int, name text, note text);
    CREATE TABLE tags (id int, label text);
    CREATE TYPE mood AS ENUM ('sad', 'happy');
    CREATE TABLE days (day date, mood mood);
  `;
  const after = `
    CREATE TABLE users (id int, "Name" text, note text);
    CREATE TABLE labels (id int, label text);
    CREATE TYPE mood AS ENUM ('sad', 'glad');
    CREATE TABLE days (day date, mood mood);
  `;
  expect(await refusalOf(before, after)).toEqual({
    reason: 'renames',
    choices: [
      { what: 'enum value', was: 'public.mood.happy', is: 'public.mood.glad', flag: '--rename public.mood.happy=glad' },
      { what: 'table', was: 'public.tags', is: 'public.labels', flag: '--rename public.tags=labels' },
      {
        what: 'column',
        was: 'public.users.name',
        is: 'public.users."Name"',
        flag: `--rename 'public.users.name="Name"'`,
      },
    ],
  });
  expect(
    await upOf(before, after, {
      rename: ['public.mood.happy=glad', 'public.tags=labels', 'public.users.name="Name"'],
    }),
  ).toEqual([
    'ALTER TABLE public.tags RENAME TO labels',
    "ALTER TYPE public.mood RENAME VALUE 'happy' TO 'glad'",
    'ALTER TABLE public.users RENAME COLUMN name TO "Name"',
  ]);
  expect(await refusalOf(before, after, { rename: ['none'] })).toMatchObject({
    reason: 'data-loss',
    losses: [{ objects: ['public.mood'] }, { objects: ['public.users.name'] }, { objects: ['public.tags'] }],
  });
});

test('a table and its columns are renamed at once, its key and sequence silently with it', async () => {
  const before = `
    CREATE TABLE users (id serial PRIMARY KEY, name text UNIQUE, age int NOT NULL);
    CREATE INDEX users_age_idx ON users (age);
    CREATE VIEW adults AS SELECT id, name FROM users WHERE age >= 18;
  `;
  const after = `
    CREATE TABLE people (id serial PRIMARY KEY, full_name text UNIQUE, age bigint NOT NULL);
    CREATE INDEX people_age_idx ON people (age);
    CREATE VIEW adults AS SELECT id, full_name AS name FROM people WHERE age >= 18;
  `;
  const rename = ['public.users.name=public.people.full_name', 'public.users=public.people'];
  const steps = await upOf(before, after, { rename });
  expect(steps.filter((sql) => /^(DROP|CREATE) (TABLE|INDEX|SEQUENCE)/.test(sql))).toEqual([]);
  expect(steps).toEqual(
    expect.arrayContaining([
      'ALTER TABLE public.users RENAME TO people',
      'ALTER TABLE public.people RENAME COLUMN name TO full_name',
      'ALTER SEQUENCE public.users_id_seq RENAME TO people_id_seq',
      'ALTER TABLE public.people RENAME CONSTRAINT users_pkey TO people_pkey',
      'ALTER INDEX public.users_age_idx RENAME TO people_age_idx',
    ]),
  );
});

test('names that trade places go through a third, and chains from their end', async () => {
  expect(
    await upOf('CREATE TABLE t (a int, b int, c int)', 'CREATE TABLE t (b int, a int, d int)', {
      rename: ['public.t.a=b', 'public.t.b=a', 'public.t.c=d'],
    }),
  ).toEqual([
    'ALTER TABLE public.t RENAME COLUMN c TO d',
    'ALTER TABLE public.t RENAME COLUMN a TO a_plumb_swap',
    'ALTER TABLE public.t RENAME COLUMN b TO a',
    'ALTER TABLE public.t RENAME COLUMN a_plumb_swap TO b',
  ]);
  const tables = [
    'CREATE TABLE a (x int, y int); CREATE TABLE b (z text)',
    'CREATE TABLE b (x int, w int); CREATE TABLE a (z text)',
  ] as const;
  expect(await upOf(...tables, { rename: ['public.a=b', 'public.b=a', 'public.a.y=w'] })).toEqual([
    'ALTER TABLE public.a RENAME TO a_plumb_swap',
    'ALTER TABLE public.b RENAME TO a',
    'ALTER TABLE public.a_plumb_swap RENAME TO b',
    'ALTER TABLE public.b RENAME COLUMN y TO w',
  ]);
});

test('a table moves to a schema that is made for it, and back', async () => {
  const { plan, refusal } = await diffSql(
    'CREATE TABLE events (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz)',
    'CREATE SCHEMA audit; CREATE TABLE audit.events (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz)',
    { rename: ['public.events=audit.events'] },
  );
  expect(refusal).toBe(null);
  expect(plan.up.map(({ sql }) => sql)).toEqual(['CREATE SCHEMA audit', 'ALTER TABLE public.events SET SCHEMA audit']);
  expect(plan.down.map(({ sql }) => sql)).toEqual(['ALTER TABLE audit.events SET SCHEMA public', 'DROP SCHEMA audit']);
});

test('a rename that cannot be is refused with the reason', async () => {
  const [before, after] = ['CREATE TABLE t (a int, b int)', 'CREATE TABLE t (c int, b int)'];
  const why = async (...rename: readonly string[]): Promise<unknown> => refusalOf(before, after, { rename });
  expect(await why('public.t.x=c')).toMatchObject({
    renames: [{ was: 'public.t.x', why: 'There is nothing of that name in the schema before.' }],
  });
  expect(await why('public.t.a=d')).toMatchObject({
    renames: [{ is: 'public.t.d', why: 'There is no column of the new name in the schema after.' }],
  });
  expect(await why('public.t.a=public.u.c')).toMatchObject({ renames: [{ why: "It can't leave public.t." }] });
});

test('a column takes the name of one that goes', async () => {
  const steps = await upOf('CREATE TABLE t (a int, b int)', 'CREATE TABLE t (b int)', {
    rename: ['public.t.a=b'],
    allow: true,
  });
  expect(steps).toEqual([
    'ALTER TABLE public.t RENAME COLUMN b TO b_plumb_old',
    'ALTER TABLE public.t RENAME COLUMN a TO b',
    'ALTER TABLE public.t DROP COLUMN b_plumb_old',
  ]);
});

test('triggers, policies, rules and views that are alike but for their names are renamed', async () => {
  const make = (suffix: string): string => `
    CREATE TABLE t (a int);
    ALTER TABLE t ENABLE ROW LEVEL SECURITY;
    CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
    CREATE TRIGGER trigger_${suffix} BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
    CREATE POLICY policy_${suffix} ON t USING (a > 0);
    CREATE RULE rule_${suffix} AS ON DELETE TO t DO INSTEAD NOTHING;
    CREATE VIEW view_${suffix} AS SELECT a FROM t;
    CREATE VIEW other AS SELECT a + 1 AS b FROM view_${suffix};
  `;
  expect(await upOf(make('one'), make('two'))).toEqual([
    'ALTER VIEW public.view_one RENAME TO view_two',
    'ALTER TRIGGER trigger_one ON public.t RENAME TO trigger_two',
    'ALTER RULE rule_one ON public.t RENAME TO rule_two',
    'ALTER POLICY policy_one ON public.t RENAME TO policy_two',
  ]);
});
