import { expect, test } from 'vitest';
import { migrate, sqlOf } from '../../../test/migrate.ts';

test('a configuration is written with its mappings, those that are alike together', async () => {
  const { up } = await migrate(
    '',
    `CREATE TEXT SEARCH DICTIONARY "My Words" (TEMPLATE = simple, ACCEPT = false, STOPWORDS = english);
    CREATE TEXT SEARCH CONFIGURATION search (PARSER = default);
    ALTER TEXT SEARCH CONFIGURATION search ADD MAPPING FOR word, asciiword WITH "My Words", english_stem;
    ALTER TEXT SEARCH CONFIGURATION search ADD MAPPING FOR int WITH simple;`,
  );
  expect(sqlOf(up)).toEqual([
    `CREATE TEXT SEARCH DICTIONARY public."My Words" (
  TEMPLATE = pg_catalog.simple,
  accept = 'false',
  stopwords = 'english'
)`,
    'CREATE TEXT SEARCH CONFIGURATION public.search (PARSER = pg_catalog."default")',
    `ALTER TEXT SEARCH CONFIGURATION public.search
  ADD MAPPING FOR asciiword, word
  WITH public."My Words", pg_catalog.english_stem`,
    `ALTER TEXT SEARCH CONFIGURATION public.search
  ADD MAPPING FOR "int"
  WITH pg_catalog.simple`,
  ]);
});

test('mappings are dropped, changed and added in place', async () => {
  const schema = (mappings: string): string => `
    CREATE TEXT SEARCH CONFIGURATION search (PARSER = default); ${mappings}
    CREATE TABLE t (body text, words tsvector GENERATED ALWAYS AS (to_tsvector('search', body)) STORED);
    CREATE INDEX t_body ON t USING gin (to_tsvector('search', body));
  `;
  const map = (tokens: string, dictionaries: string): string =>
    `ALTER TEXT SEARCH CONFIGURATION search ADD MAPPING FOR ${tokens} WITH ${dictionaries};`;
  const { up } = await migrate(
    schema(map('word, asciiword', 'simple') + map('int', 'simple')),
    schema(map('asciiword', 'english_stem') + map('word, host', 'simple')),
  );
  expect(sqlOf(up)).toEqual([
    'ALTER TEXT SEARCH CONFIGURATION public.search DROP MAPPING FOR "int"',
    'ALTER TEXT SEARCH CONFIGURATION public.search\n  ALTER MAPPING FOR asciiword\n  WITH pg_catalog.english_stem',
    'ALTER TEXT SEARCH CONFIGURATION public.search\n  ADD MAPPING FOR host\n  WITH pg_catalog.simple',
  ]);
  expect(up.flatMap(({ hazards }) => hazards.map(({ kind }) => kind))).toEqual(['stale-values']);
});

test('options of a dictionary change in place, its template does not', async () => {
  const dictionary = (options: string): string => `
    CREATE TEXT SEARCH DICTIONARY d (${options});
    CREATE TEXT SEARCH CONFIGURATION c (COPY = simple);
    ALTER TEXT SEARCH CONFIGURATION c ALTER MAPPING FOR word WITH d;
    COMMENT ON TEXT SEARCH CONFIGURATION c IS 'mine';
  `;
  const { up } = await migrate(
    dictionary('TEMPLATE = simple, STOPWORDS = english'),
    dictionary('TEMPLATE = simple, ACCEPT = false'),
  );
  expect(sqlOf(up)).toEqual(["ALTER TEXT SEARCH DICTIONARY public.d (stopwords, accept = 'false')"]);
  await migrate(dictionary('TEMPLATE = simple'), dictionary('TEMPLATE = snowball, LANGUAGE = french'));
});

test('parsers and templates are made of functions', async () => {
  await migrate(
    '',
    `CREATE SCHEMA s;
    CREATE TEXT SEARCH PARSER s.p (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
    CREATE TEXT SEARCH TEMPLATE s.t (INIT = dsimple_init, LEXIZE = dsimple_lexize);
    CREATE TEXT SEARCH DICTIONARY s.d (TEMPLATE = s.t);
    CREATE TEXT SEARCH CONFIGURATION s.c (PARSER = s.p);
    ALTER TEXT SEARCH CONFIGURATION s.c ADD MAPPING FOR asciiword WITH s.d;
    COMMENT ON TEXT SEARCH PARSER s.p IS 'p'; COMMENT ON TEXT SEARCH TEMPLATE s.t IS 't';`,
  );
});
