import { expect, test } from 'vitest';
import { openShadowServer } from '../../../postgres/embedded/embedded-server.ts';
import { readCatalog } from '../../read-catalog.ts';
import { isIndex } from './index-facts.ts';
import { chosenFor, indexesOf } from './partition-indexes.ts';
import { splitDefinition } from './split-definition.ts';

const nasty = `
  CREATE SCHEMA "s p";
  CREATE EXTENSION btree_gin SCHEMA "s p";
  CREATE TYPE mood AS ENUM ('a', 'b');
  CREATE DOMAIN positive AS int CHECK (value > 0);
  CREATE DOMAIN word AS varchar(10);
  CREATE COLLATION "s p"."C o" FROM "C";
  CREATE TABLE "T a" (
    "a, b" int, "select" text, c varchar(10), d bpchar(3), "é""x" mood, f positive, g word, h int[], i text[], j jsonb,
    k inet, l cidr, m tsrange, n point, o oid, p name, q timestamptz, r numeric, s tsvector, t "char", u uuid, v xid,
    w int4multirange, x bit varying, y text COLLATE "C"
  );
`;

test('indexes put together from columns are what pg_get_indexdef says, for every type and method', async () => {
  await using server = await openShadowServer({ major: 18 });
  await using shadow = await server.createShadow();
  const client = await shadow.connect();
  try {
    await client.query(nasty);
    const { rows: columns } = await client.query<{ name: string }>(
      `select quote_ident(attname) as name from pg_attribute where attrelid = '"T a"'::regclass and attnum > 0`,
    );
    for (const { name } of columns) {
      for (const method of ['btree', 'hash', 'gin', 'gist', 'spgist', 'brin']) {
        // Not every method takes every type.
        await client.query(`CREATE INDEX ON "T a" USING ${method} (${name})`).catch(() => undefined);
      }
      await client.query(`CREATE INDEX ON "T a" (${name} DESC) INCLUDE ("select", "é""x")`).catch(() => undefined);
    }
    await client.query(`
      CREATE INDEX "a USING b (c)" ON "T a" ("a, b" NULLS FIRST, "select" DESC NULLS LAST, c DESC NULLS FIRST);
      CREATE INDEX ON "T a" ("select" COLLATE "s p"."C o", y COLLATE "und-x-icu", y COLLATE "C", c COLLATE "C" text_pattern_ops);
      CREATE INDEX ON "T a" (c text_ops, c bpchar_ops, c varchar_ops, c varchar_pattern_ops, d bpchar_pattern_ops);
      CREATE INDEX ON "T a" USING gin (j jsonb_path_ops, "a, b" "s p".int4_ops);
      CREATE INDEX ON "T a" USING gist (s tsvector_ops (siglen = 100), k inet_ops);
      CREATE INDEX ON "T a" USING brin ("a, b" int4_minmax_multi_ops (values_per_range = 16)) WITH (pages_per_range = 2);
      CREATE UNIQUE INDEX ON "T a" (lower("select"), (c || ',('')'), ("a, b" + 1) DESC) INCLUDE (u) WHERE c <> ') WHERE (' AND CASE WHEN q IS NULL THEN true ELSE o > 3 END;
      CREATE INDEX ON "T a" ((CASE WHEN "a, b" > 1 THEN 'x' ELSE e'\\\\' END), (ARRAY[f, 2])) WHERE f IS NOT NULL;
      CREATE UNIQUE INDEX ON "T a" (u) NULLS NOT DISTINCT WITH (fillfactor = 50);
    `);
    const { objects } = await readCatalog(client);
    await client.query(`set search_path = ''`);
    const { rows } = await client.query<{ name: string; definition: string }>(
      `select relname as name, pg_get_indexdef(oid) as definition from pg_class where relkind = 'i' and oid >= 16384
       and relnamespace = 'public'::regnamespace`,
    );
    const definitions = new Map(rows.map(({ name, definition }) => [name, definition]));
    const indexes = [...objects.values()].filter(isIndex);
    expect(indexes.length).toBeGreaterThan(90);
    for (const { facts } of indexes) {
      const { keys, include, where } = facts;
      expect({ keys, include, where }).toEqual(splitDefinition(definitions.get(facts.name) ?? ''));
    }
  } finally {
    await client.end();
  }
});

test('names of partitions’ indexes are foretold as PostgreSQL chooses them', async () => {
  await using server = await openShadowServer({ major: 18 });
  await using shadow = await server.createShadow();
  const client = await shadow.connect();
  const long = 'a_table_whose_name_is_nearly_as_long_as_a_name_can_be_in_postgr';
  try {
    await client.query(`
      CREATE TABLE p (
        id int NOT NULL, "Ünïcödé" text, data jsonb, at timestamptz, b text, c text,
        a_column_whose_name_is_nearly_as_long_as_a_name_can_be_in_postg int,
        PRIMARY KEY (id), UNIQUE (id, c), UNIQUE (id) INCLUDE (c, b)
      ) PARTITION BY RANGE (id);
      CREATE TABLE "Ünïcödé täblé wïth ä näme thät is töö löng för ä" PARTITION OF p FOR VALUES FROM (0) TO (1);
      CREATE TABLE ${long} PARTITION OF p FOR VALUES FROM (1) TO (2);
      CREATE INDEX ON p ("Ünïcödé", b);
      CREATE INDEX ON p (a_column_whose_name_is_nearly_as_long_as_a_name_can_be_in_postg, c, b);
      CREATE INDEX ON p (lower(b), lower(c));
      CREATE INDEX ON p ((data ->> 'x'), (data ->> 'y'), coalesce(b, c), (b::varchar(3)), (nullif(b, '')));
      CREATE INDEX ON p ((CASE WHEN id > 0 THEN 1 END), greatest(id, 2), (extract(day FROM at AT TIME ZONE 'UTC')));
      CREATE UNIQUE INDEX ON p (id DESC) INCLUDE (at);
      CREATE TABLE later PARTITION OF p FOR VALUES FROM (2) TO (3);
    `);
    const catalog = await readCatalog(client);
    const { byName, attached } = indexesOf(catalog);
    expect(attached.size).toBe(9);
    for (const [name, children] of attached) {
      const parent = byName.get(name);
      if (parent === undefined) throw new Error(`${name} is missing`);
      const bare = { ...parent, notes: {} };
      for (const { facts } of children) {
        expect(chosenFor(facts.table, parent)).toBe(facts.name);
        expect(chosenFor(facts.table, bare)).toBe(facts.name);
      }
    }
  } finally {
    await client.end();
  }
});
