import { expect, test } from 'vitest';
import { migrate } from '../../../../../test/migrate.ts';

const nothing = 'CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$;';

test('a trigger that comes with the migration is not to notice it, either', async () => {
  const { up } = await migrate(
    `${nothing} CREATE TABLE t (id integer PRIMARY KEY, v integer);`,
    `${nothing} CREATE TABLE t (id integer PRIMARY KEY, v bigint, w uuid DEFAULT gen_random_uuid());
     CREATE TRIGGER touched AFTER INSERT OR UPDATE ON t FOR EACH STATEMENT EXECUTE FUNCTION f();`,
    { stepwise: true },
  );
  const messages = up.flatMap(({ hazards }) => hazards.map(({ message }) => message));
  expect(messages.filter((message) => message.includes('the trigger public.t.touched would notice'))).toHaveLength(2);
});

test('subscribers are told of the second column, and a publication that can tell nothing of updates is left alone', async () => {
  const schema = (type: string, published: string): string => `
    CREATE TABLE t (id integer PRIMARY KEY, v ${type}, w integer);
    CREATE PUBLICATION p FOR TABLE ${published};`;
  const hazardsOf = async (published: string): Promise<readonly string[]> => {
    const { up } = await migrate(schema('integer', published), schema('bigint', published), { stepwise: true });
    return up.flatMap(({ hazards }) => hazards.map(({ message }) => message));
  };
  expect(await hazardsOf('t')).toContain(
    'Subscribers of the publication p stop until their public.t has the column v_plumb_new, too.',
  );
  expect(await hazardsOf('t (id, v) WHERE (id > 3)')).toEqual([
    expect.stringMatching(/the publication p can't tell which rows are updated/),
  ]);
  expect((await hazardsOf('t (id, v)')).filter((message) => /Subscribers|in steps/.test(message))).toEqual([]);
});

test.each([
  ['has no key', (type: string) => `CREATE TABLE t (v ${type});`],
  [
    'has partitions',
    (type: string) => `
      CREATE TABLE t (id integer PRIMARY KEY, v ${type}) PARTITION BY LIST (id);
      CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1);`,
  ],
  [
    'generated column',
    (type: string) =>
      `CREATE TABLE t (id integer PRIMARY KEY, v ${type}, g boolean GENERATED ALWAYS AS (v IS NULL) STORED);`,
  ],
  [
    'trigger public.t.touched',
    (type: string) => `${nothing}
      CREATE TABLE t (id integer PRIMARY KEY, v ${type});
      CREATE TRIGGER touched BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();`,
  ],
  [
    'can only be built at once',
    (type: string) => `CREATE TABLE t (id integer PRIMARY KEY, v ${type}, EXCLUDE (v WITH =));`,
  ],
  [
    'policies',
    (type: string) => `CREATE TABLE t (id integer PRIMARY KEY, v ${type});
      ALTER TABLE t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;`,
  ],
])('what can not be done in steps is done at once, and says why: %s', async (why, schema) => {
  const { up } = await migrate(schema('integer'), schema('bigint'), { stepwise: true });
  const change = up.find(({ sql }) => sql.includes(' TYPE bigint'));
  const [hazard] = change?.hazards ?? [];
  expect(hazard?.kind).toBe('rewrites-table');
  expect(hazard?.message).toMatch(new RegExp(`It can't be done in steps: .*${why}`));
});
