import type { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { createShadow } from '../../postgres/embedded/create-shadow.ts';
import { type ShadowRunner, shadowRunner } from './shadow-runner.ts';

async function open(
  major: number,
): Promise<{ client: Client; runner: ShadowRunner; column(sql: string): Promise<unknown[]> }> {
  const shadow = await createShadow({}, { major });
  const client = await shadow.connect();
  onTestFinished(async () => {
    await client.end();
    await shadow.drop();
  });
  const column = async (sql: string): Promise<unknown[]> =>
    (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows.map(([value]) => value);
  return { client, runner: shadowRunner(client), column };
}

const types = (table: string): string =>
  `SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = '${table}'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`;
const indexes = (table: string): string =>
  `SELECT indexdef FROM pg_indexes WHERE tablename = '${table}' ORDER BY indexname`;

for (const major of [14, 18]) {
  test(`on ${major}, a schema with embeddings loads and migrates`, async () => {
    const { runner, column } = await open(major);
    await runner.run(`
      CREATE SCHEMA IF NOT EXISTS extensions;
      CREATE EXTENSION IF NOT EXISTS vector WITH SCHEMA extensions;
      SET search_path = public, extensions;
      CREATE TABLE documents (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        body text NOT NULL,
        embedding vector(3) NOT NULL,
        small halfvec(3) GENERATED ALWAYS AS (embedding::halfvec(3)) STORED,
        bits bit(3),
        words sparsevec(30000),
        CHECK (vector_dims(embedding) = 3)
      );
      CREATE INDEX documents_embedding ON documents USING hnsw (embedding vector_cosine_ops) WITH (m = 16, ef_construction = 64);
      CREATE INDEX documents_lists ON documents USING ivfflat (embedding vector_l2_ops) WITH (lists = 100) WHERE body <> '';
      CREATE INDEX documents_half ON documents USING hnsw ((embedding::halfvec(3)) halfvec_ip_ops);
      CREATE INDEX documents_quantized ON documents USING hnsw ((binary_quantize(embedding)::bit(3)) bit_hamming_ops);
      CREATE INDEX documents_words ON documents USING hnsw (words sparsevec_ip_ops);
      CREATE FUNCTION match_documents(query vector(3), threshold float, count int) RETURNS SETOF documents LANGUAGE sql STABLE AS $$
        SELECT * FROM documents WHERE 1 - (embedding <=> query) > threshold ORDER BY embedding <=> query LIMIT count
      $$;
      CREATE VIEW neighbours AS
        SELECT a.id, b.id AS other, a.embedding <-> b.embedding AS distance, (a.embedding <#> b.embedding) * -1 AS product, a.embedding <+> b.embedding AS taxi
        FROM documents a CROSS JOIN documents b;
      INSERT INTO documents (body, embedding, words) VALUES ('a', '[1,0,0]', '{1:1,5:2}/30000'), ('b', ARRAY[0,1,0], NULL), ('c', '[1,1,0]'::vector, NULL);
      CREATE MATERIALIZED VIEW centre AS SELECT avg(embedding) AS centre, sum(embedding) AS total FROM documents;
    `);
    expect(await column(types('documents'))).toEqual(
      ['bigint', 'text', 'extensions.vector(3)', 'extensions.halfvec(3)', 'bit(3)', 'extensions.sparsevec(30000)'].map(
        (type) => type.replace('extensions.', ''),
      ),
    );
    expect(await column(indexes('documents'))).toEqual([
      "CREATE INDEX documents_embedding ON public.documents USING hnsw (embedding vector_cosine_ops) WITH (m='16', ef_construction='64')",
      'CREATE INDEX documents_half ON public.documents USING hnsw (((embedding)::halfvec(3)) halfvec_ip_ops)',
      "CREATE INDEX documents_lists ON public.documents USING ivfflat (embedding) WITH (lists='100') WHERE (body <> ''::text)",
      'CREATE UNIQUE INDEX documents_pkey ON public.documents USING btree (id)',
      'CREATE INDEX documents_quantized ON public.documents USING hnsw (((binary_quantize(embedding))::bit(3)) bit_hamming_ops)',
      'CREATE INDEX documents_words ON public.documents USING hnsw (words sparsevec_ip_ops)',
    ]);
    expect(await column(`SELECT id FROM match_documents('[1,0.1,0]', 0.5, 2)`)).toEqual(['1', '3']);
    expect(await column('SELECT centre::text FROM centre')).toEqual(['[0.6666666666666666,0.6666666666666666,0]']);

    // a new model: more dimensions, in a migration of its own
    await runner.run(`
      BEGIN;
      DROP INDEX documents_half, documents_quantized;
      DROP VIEW neighbours;
      DROP MATERIALIZED VIEW centre;
      TRUNCATE documents;
      ALTER TABLE documents DROP COLUMN small, DROP CONSTRAINT documents_embedding_check, ALTER COLUMN embedding TYPE vector(4);
      COMMIT;
    `);
    await runner.run(
      'CREATE INDEX CONCURRENTLY documents_new ON documents USING hnsw (embedding vector_l2_ops) WITH (m = 8)',
    );
    expect(await column(indexes('documents'))).toContain(
      "CREATE INDEX documents_embedding ON public.documents USING hnsw (embedding vector_cosine_ops) WITH (m='16', ef_construction='64')",
    );
    await expect(runner.run(`INSERT INTO documents (body, embedding) VALUES ('d', '[1,2,3]')`)).rejects.toThrow(
      'expected 4 dimensions, not 3',
    );
    await runner.run('DROP EXTENSION vector CASCADE');
    expect(await column(types('documents'))).toEqual(['bigint', 'text', 'bit(3)']);
  });

  test(`on ${major}, a schema with places loads and migrates`, async () => {
    const { runner, column } = await open(major);
    await runner.run(`
      CREATE EXTENSION postgis;
      CREATE EXTENSION IF NOT EXISTS postgis_topology;
      CREATE TABLE places (
        id serial PRIMARY KEY,
        at geometry(Point, 4326) NOT NULL,
        area geometry(MultiPolygon, 4326),
        line geometry(LineStringZ, 25832),
        any_shape geometry,
        lonlat geography(Point, 4326),
        fast geography(Point) GENERATED ALWAYS AS (at::geography) STORED,
        lat double precision GENERATED ALWAYS AS (ST_Y(at)) STORED,
        CONSTRAINT enforce_srid CHECK (ST_SRID(at) = 4326),
        CONSTRAINT is_valid CHECK (ST_IsValid(area)),
        EXCLUDE USING gist (area WITH &&)
      );
      CREATE INDEX places_at ON places USING gist (at);
      CREATE INDEX places_nd ON places USING gist (line gist_geometry_ops_nd);
      CREATE INDEX places_sp ON places USING spgist (at);
      CREATE INDEX places_brin ON places USING brin (at) WITH (pages_per_range = 10);
      CREATE INDEX places_lonlat ON places USING gist (lonlat) WITH (fillfactor = 80);
      CREATE INDEX places_web ON places USING gist (ST_Transform(at, 3857)) WHERE area IS NOT NULL;
      SELECT AddGeometryColumn('public', 'places', 'centre', 2056, 'POINT', 2);
      SELECT UpdateGeometrySRID('places', 'centre', 3857);
      CREATE VIEW nearby AS
        SELECT a.id, b.id AS other, ST_Distance(a.lonlat, b.lonlat) AS metres, ST_AsGeoJSON(b.at)::jsonb AS feature, a.at <-> b.at AS about
        FROM places a JOIN places b ON ST_DWithin(a.lonlat, b.lonlat, 1000) AND a.at && ST_Expand(b.at, 0.1) AND ST_Intersects(a.area, b.area);
      CREATE FUNCTION tile(z int, x int, y int) RETURNS bytea LANGUAGE sql STABLE AS $$
        SELECT ST_AsMVT(t, 'places', 4096, 'geom') FROM (SELECT id, ST_AsMVTGeom(ST_Transform(at, 3857), ST_TileEnvelope(z, x, y)::box2d) AS geom FROM places) t
      $$;
      INSERT INTO places (at, area, lonlat)
      SELECT ST_SetSRID(ST_MakePoint(n, n / 2.0), 4326), ST_GeomFromText(format('MULTIPOLYGON(((%s 0,1 1,2 2,%s 0)))', n, n), 4326), ST_SetSRID(ST_Point(n, n), 4326)::geography
      FROM generate_series(1, 50) n;
      CREATE MATERIALIZED VIEW whole AS SELECT ST_Union(at) AS geom, ST_Extent(at) AS box, count(*) FROM places;
      CREATE TRIGGER moved BEFORE UPDATE ON places FOR EACH ROW WHEN (NOT ST_Equals(OLD.at, NEW.at)) EXECUTE FUNCTION suppress_redundant_updates_trigger();
    `);
    expect(await column(types('places'))).toEqual([
      'integer',
      'geometry(Point,4326)',
      'geometry(MultiPolygon,4326)',
      'geometry(LineStringZ,25832)',
      'geometry',
      'geography(Point,4326)',
      'geography(Point,4326)',
      'double precision',
      'geometry(Point,3857)',
    ]);
    expect(await column(indexes('places'))).toEqual([
      'CREATE INDEX places_area_excl ON public.places USING gist (area)',
      'CREATE INDEX places_at ON public.places USING gist (at)',
      "CREATE INDEX places_brin ON public.places USING brin (at) WITH (pages_per_range='10')",
      "CREATE INDEX places_lonlat ON public.places USING gist (lonlat) WITH (fillfactor='80')",
      'CREATE INDEX places_nd ON public.places USING gist (line gist_geometry_ops_nd)',
      'CREATE UNIQUE INDEX places_pkey ON public.places USING btree (id)',
      'CREATE INDEX places_sp ON public.places USING spgist (at)',
      'CREATE INDEX places_web ON public.places USING gist (st_transform(at, 3857)) WHERE (area IS NOT NULL)',
    ]);
    expect(await column(`SELECT max(lat) FROM places`)).toEqual([25]);
    expect(
      await column(
        `SELECT format('%s %s %s', f_geometry_column, srid, type) FROM geometry_columns WHERE f_table_name = 'places' ORDER BY 1`,
      ),
    ).toEqual([
      'any_shape 0 GEOMETRY',
      'area 4326 MULTIPOLYGON',
      'at 4326 POINT',
      'centre 3857 POINT',
      'line 25832 LINESTRINGZ',
    ]);
    await expect(runner.run(`INSERT INTO places (at) VALUES ('SRID=3857;POINT(1 1)')`)).rejects.toThrow('enforce_srid');
    await expect(runner.run('CREATE TABLE wrong (g geometry(Blob, 4326))')).rejects.toThrow(
      'Invalid geometry type modifier',
    );

    await runner.run(
      'ALTER TABLE places ALTER COLUMN line TYPE geometry(Geometry, 3857) USING ST_Transform(line, 3857), ALTER COLUMN any_shape TYPE geometry(PointZM)',
    );
    expect((await column(types('places'))).slice(2, 5)).toEqual([
      'geometry(MultiPolygon,4326)',
      'geometry(Geometry,3857)',
      'geometry(PointZM)',
    ]);
  });
}

test('modifiers of geometries that a script names as an ordinary role are understood', async () => {
  const { runner, column } = await open(18);
  await runner.run(`
    CREATE EXTENSION postgis;
    SET ROLE mapper_${process.pid};
    CREATE TABLE parcels (shape geometry(PolygonM, 31287), since geography(LineString, 4258));
  `);
  expect(await column(types('parcels'))).toEqual(['geometry(PolygonM,31287)', 'geography(LineString,4258)']);
});

test('what Supabase projects call works on the shadow', async () => {
  const { runner, column } = await open(18);
  await runner.run(`
    CREATE SCHEMA extensions;
    CREATE EXTENSION IF NOT EXISTS "uuid-ossp" WITH SCHEMA extensions;
    CREATE EXTENSION IF NOT EXISTS pgcrypto WITH SCHEMA extensions;
    CREATE EXTENSION IF NOT EXISTS pgjwt WITH SCHEMA extensions;
    CREATE EXTENSION IF NOT EXISTS pg_net WITH SCHEMA extensions;
    CREATE EXTENSION IF NOT EXISTS pg_cron WITH SCHEMA pg_catalog;
    CREATE EXTENSION IF NOT EXISTS pg_graphql WITH SCHEMA graphql;
    CREATE EXTENSION IF NOT EXISTS supabase_vault WITH SCHEMA vault CASCADE;
    CREATE EXTENSION IF NOT EXISTS pgmq;
    CREATE EXTENSION IF NOT EXISTS pg_jsonschema WITH SCHEMA extensions;
    GRANT USAGE ON SCHEMA cron TO postgres;
    GRANT ALL ON ALL TABLES IN SCHEMA cron TO service_role;
    SELECT vault.create_secret('https://example.com', 'project_url');
    SELECT pgmq.create('jobs');
    SELECT cron.schedule('nightly', '0 3 * * *', $$ SELECT net.http_post(url := 'https://example.com', body := '{}'::jsonb, headers := jsonb_build_object('a', 1)) $$);
    CREATE TABLE settings (data jsonb CHECK (extensions.jsonb_matches_schema('{"type": "object"}', data)), id uuid DEFAULT extensions.uuid_generate_v4());
    CREATE POLICY mine ON settings FOR SELECT TO authenticated, anon USING (true);
    COMMENT ON SCHEMA public IS '@graphql({"inflect_names": true})';
    SELECT cron.unschedule('nightly');
    SELECT pgmq.drop_queue('jobs');
  `);
  expect(await column('SELECT count(*)::int FROM vault.decrypted_secrets')).toEqual([1]);
  expect(await column('SELECT count(*)::int FROM cron.job')).toEqual([0]);
});
