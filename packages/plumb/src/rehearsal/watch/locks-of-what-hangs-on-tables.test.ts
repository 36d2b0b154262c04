import { expect, test } from 'vitest';
import { onEachMajor } from '../../../test/watched.ts';

onEachMajor([14, 18], (watch) => {
  test.each<[sql: string, does: string]>([
    ['ALTER DOMAIN positive ADD CHECK (VALUE < 1000)', 'Share goods; scans goods; blocks goods'],
    ['ALTER DOMAIN positive SET NOT NULL', 'Share goods; scans goods; blocks goods'],
    ['ALTER DOMAIN positive DROP CONSTRAINT positive_check', ''],
    ["ALTER TYPE mood ADD VALUE 'happy'", ''],
    ["ALTER TYPE mood RENAME VALUE 'ok' TO 'fine'", ''],
    ['DROP TYPE mood CASCADE', 'AccessExclusive people'],
    ['DROP DOMAIN positive CASCADE', 'AccessExclusive goods'],
    ['CREATE TRIGGER t2 AFTER INSERT ON orders FOR EACH ROW EXECUTE FUNCTION touch()', 'ShareRowExclusive orders'],
    [
      'CREATE CONSTRAINT TRIGGER t3 AFTER INSERT ON orders FROM people FOR EACH ROW EXECUTE FUNCTION touch()',
      'ShareRowExclusive orders, AccessShare people',
    ],
    ['DROP TRIGGER t ON orders', 'AccessExclusive orders'],
    ['ALTER TABLE orders DISABLE TRIGGER t', 'ShareRowExclusive orders'],
    ['ALTER TABLE orders DISABLE TRIGGER ALL', 'ShareRowExclusive orders'],
    ['ALTER TRIGGER t ON orders RENAME TO tt', 'AccessExclusive orders'],
    ['CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN OLD; END$$', ''],
    ['DROP FUNCTION touch() CASCADE', 'AccessExclusive orders'],
    ['CREATE RULE r2 AS ON DELETE TO loose DO NOTHING', 'AccessExclusive loose'],
    ['DROP RULE r ON raw', 'AccessExclusive raw'],
    ['CREATE POLICY p ON orders USING (true)', 'AccessExclusive orders'],
    ['CREATE PUBLICATION pub FOR TABLE orders', 'ShareUpdateExclusive orders'],
    ['CREATE PUBLICATION pub FOR ALL TABLES', ''],
    ['ALTER SEQUENCE goods_id_seq RESTART 100', 'ShareRowExclusive goods_id_seq'],
    ['ALTER SEQUENCE goods_id_seq OWNED BY NONE', 'ShareRowExclusive goods_id_seq'],
    ['DROP SEQUENCE goods_id_seq CASCADE', 'AccessExclusive goods, AccessExclusive goods_id_seq'],
  ])('%s', async (sql, does) => {
    expect(await watch(sql)).toBe(does);
  });
});

onEachMajor([14], (watch) => {
  test.each<[sql: string, does: string]>([['GRANT SELECT ON orders TO PUBLIC', '']])('%s', async (sql, does) => {
    expect(await watch(sql)).toBe(does);
  });
});

onEachMajor([18], (watch) => {
  test.each<[sql: string, does: string]>([['GRANT SELECT ON orders TO PUBLIC', 'AccessShare orders']])(
    '%s',
    async (sql, does) => {
      expect(await watch(sql)).toBe(does);
    },
  );
});
