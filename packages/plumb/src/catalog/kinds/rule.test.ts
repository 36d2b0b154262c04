import { expect, test } from 'vitest';
import { migrate, sqlOf } from '../../../test/migrate.ts';

const schema = `
  CREATE TABLE t (id int, a text);
  CREATE TABLE u (id int, a text);
  CREATE VIEW v AS SELECT * FROM t;
`;

test.each([14, 18])('rules of all sorts are made as they are read on PostgreSQL %i', async (major) => {
  await migrate(
    '',
    `${schema}
    CREATE RULE r1 AS ON INSERT TO t DO ALSO INSERT INTO u VALUES (new.id, new.a);
    CREATE RULE "R 2" AS ON UPDATE TO t WHERE new.id <> old.id DO INSTEAD NOTHING;
    CREATE RULE r3 AS ON DELETE TO v DO INSTEAD (DELETE FROM t WHERE id = old.id; DELETE FROM u WHERE id = old.id);
    CREATE RULE r4 AS ON INSERT TO v DO INSTEAD INSERT INTO t VALUES (new.*) RETURNING *;
    CREATE RULE r5 AS ON INSERT TO u DO ALSO NOTIFY heard;
    ALTER TABLE t DISABLE RULE r1, ENABLE ALWAYS RULE "R 2";
    COMMENT ON RULE r1 ON t IS 'x';`,
    { major },
  );
});

test('a rule is replaced in place, whatever it fires on', async () => {
  const { up } = await migrate(
    `${schema} CREATE RULE r AS ON UPDATE TO t DO INSTEAD NOTHING; ALTER TABLE t DISABLE RULE r;`,
    `${schema} CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING; ALTER TABLE t ENABLE REPLICA RULE r;`,
  );
  expect(sqlOf(up)).toEqual([
    'CREATE OR REPLACE RULE r AS\n    ON DELETE TO public.t DO INSTEAD NOTHING',
    'ALTER TABLE public.t ENABLE REPLICA RULE r',
  ]);
});
