import { expect, test } from 'vitest';
import { openShadowServer } from '../../postgres/embedded/embedded-server.ts';
import { ginPagesByCost } from './gin-pages-by-cost.ts';

const rows = [
  'CREATE EXTENSION pageinspect; CREATE EXTENSION pg_trgm; CREATE SCHEMA "the app"',
  `CREATE TABLE "the app".notes AS
    SELECT n AS id, ARRAY['t' || n % 5, 'x' || n % 977] AS tags, jsonb_build_object('n', n % 1000, 'p', n % 7) AS meta, jsonb_build_object('k' || n % 50, n) AS more,
           'name ' || md5((n % 3000)::text) AS name, to_tsvector('english', 'hello ' || md5(n::text) || ' w' || n % 300) AS words
    FROM generate_series(1, 20000) AS n`,
  'CREATE INDEX tags ON "the app".notes USING gin (tags)',
  'CREATE INDEX meta ON "the app".notes USING gin (meta jsonb_path_ops)',
  'CREATE INDEX keys ON "the app".notes USING gin (more)',
  'CREATE INDEX name ON "the app".notes USING gin (lower(name) gin_trgm_ops) WHERE id > 5000',
  'CREATE INDEX words ON "the app".notes USING gin (words)',
  'VACUUM ANALYZE "the app".notes',
  `INSERT INTO "the app".notes
    SELECT n, ARRAY['t'], '{}', '{}', 'new', to_tsvector('english', 'new' || n) FROM generate_series(20001, 20600) AS n`,
  'ANALYZE "the app".notes',
];

test.each([14, 18])(
  'PostgreSQL %i tells by what searches cost what pageinspect reads of GIN indexes',
  async (major) => {
    await using server = await openShadowServer({ major });
    await using shadow = await server.createShadow();
    const client = await shadow.connect();
    for (const sql of rows) await client.query(sql);
    const { rows: indexes } = await client.query<{ oid: string; name: string; pages: number }>(
      `SELECT c.oid::text, c.relname AS name, (pg_relation_size(c.oid) / 8192)::float8 AS pages FROM pg_class AS c JOIN pg_am AS a ON a.oid = c.relam WHERE a.amname = 'gin'`,
    );
    await client.query('BEGIN');
    const found = await ginPagesByCost(client, indexes, major);
    await client.query('ROLLBACK');
    const descents = (entryPages: number): number => Math.round(entryPages ** 0.15);
    for (const { oid, name } of indexes) {
      const { rows: pages } = await client.query<{ pending: number; entry: number; entries: number; size: number }>(
        `SELECT n_pending_pages::float8 AS pending, n_entry_pages::float8 AS entry,
                ceil(n_entries::float8 * pg_relation_size($1::oid) / 8192 / n_total_pages) AS entries,
                (pg_relation_size($1::oid) / 8192)::float8 AS size
         FROM gin_metapage_info(get_raw_page($1::oid::regclass::text, 0))`,
        [oid],
      );
      const [real] = pages;
      const told = found.get(oid);
      expect({
        name,
        pending: told?.pendingPages,
        size: told?.totalPages,
        descents: descents(told?.entryPages ?? 0),
      }).toEqual({ name, pending: real?.pending, size: real?.size, descents: descents(real?.entry ?? 0) });
      const rounding = major >= 16 ? 1e-9 : 0.02;
      expect(Math.abs((told?.entries ?? 0) / (real?.entries ?? 1) - 1)).toBeLessThan(rounding);
    }
    await client.end();
  },
);
