/**
 * Extensions that only a superuser can make and that reach nothing but their database, as hosts let their users make them.
 * What connects to other servers, reads files or runs jobs is not among them.
 */
export const lentExtensions: readonly string[] = [
  ...['address_standardizer', 'address_standardizer_data_us', 'postgis', 'postgis_raster', 'postgis_sfcgal'],
  ...[
    'postgis_tiger_geocoder',
    'postgis_topology',
    'pgrouting',
    'h3',
    'h3_postgis',
    'pointcloud',
    'pointcloud_postgis',
  ],
  ...['vector', 'vectorscale', 'vchord', 'timescaledb', 'timescaledb_toolkit', 'pg_partman', 'pg_ivm', 'age', 'pgmq'],
  ...[
    'rum',
    'pg_search',
    'pgroonga',
    'pg_bigm',
    'zhparser',
    'pg_similarity',
    'pg_hashids',
    'pg_jsonschema',
    'pg_uuidv7',
  ],
  ...['ip4r', 'prefix', 'semver', 'unit', 'hll', 'topn', 'tdigest', 'first_last_agg', 'periods', 'temporal_tables'],
  ...['hypopg', 'plpgsql_check', 'pg_hint_plan', 'pg_stat_statements', 'pgaudit', 'pgtap', 'pg_repack'],
  ...['amcheck', 'autoinc', 'bloom', 'dict_xsyn', 'earthdistance', 'insert_username', 'intagg', 'moddatetime'],
  ...['pageinspect', 'pg_buffercache', 'pg_freespacemap', 'pg_prewarm', 'pg_visibility', 'pgrowlocks', 'pgstattuple'],
  ...['refint', 'sslinfo', 'xml2'],
];

/**
 * `plumb_shadow.make_extension`, made by a superuser in a database in which nobody else's SQL ran yet. The script of an
 * extension looks for names in the extension's schema, after pg_catalog; so it isn't run where somebody has put there what
 * could be taken for PostgreSQL's own or for the extension's.
 */
export const makeExtensionFunction = `
CREATE FUNCTION plumb_shadow.waits_for_scripts(extension text, target text) RETURNS text LANGUAGE sql STABLE
RETURN (
  SELECT min(what) FROM (
    SELECT 'cast ' || c.oid FROM pg_cast AS c
    WHERE c.oid >= 16384
      AND NOT EXISTS (SELECT FROM pg_depend AS d WHERE d.classid = 'pg_cast'::regclass AND d.objid = c.oid AND d.deptype = 'e')
    UNION ALL
    SELECT 'event trigger ' || evtname FROM pg_event_trigger
    UNION ALL
    SELECT 'function ' || p.proname FROM pg_proc AS p
    WHERE p.pronamespace = to_regnamespace(quote_ident(target))
      AND NOT EXISTS (SELECT FROM pg_depend AS d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
      AND (
        p.proname ~ '^(_|st_|pg_|postgis)' OR strpos(p.proname, split_part(extension, '_', 1)) > 0
        OR EXISTS (SELECT FROM pg_proc AS own WHERE own.pronamespace = 11 AND own.proname = p.proname)
      )
    UNION ALL
    SELECT 'operator ' || o.oprname FROM pg_operator AS o
    WHERE o.oprnamespace = to_regnamespace(quote_ident(target))
      AND NOT EXISTS (SELECT FROM pg_depend AS d WHERE d.classid = 'pg_operator'::regclass AND d.objid = o.oid AND d.deptype = 'e')
  ) AS waiting (what)
);

CREATE FUNCTION plumb_shadow.make_extension(extension text, target text, wanted text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  waits text;
  place text;
BEGIN
  IF extension <> ALL ('{${lentExtensions.join(',')}}') THEN
    RAISE insufficient_privilege USING message = format('extension %s is not one that a guest may have', extension);
  END IF;
  IF EXISTS (SELECT FROM pg_extension WHERE extname = extension) THEN RETURN; END IF;
  place := coalesce(
    (SELECT min(schema::text) FROM pg_available_extension_versions WHERE name = extension),
    target
  );
  waits := plumb_shadow.waits_for_scripts(extension, place);
  IF waits IS NOT NULL THEN
    RAISE insufficient_privilege USING message = format(
      'extension %s is made by a superuser, who does not trust what is in its schema before it: %s', extension, waits);
  END IF;
  EXECUTE format('CREATE EXTENSION %I', extension)
    || CASE WHEN to_regnamespace(quote_ident(place)) IS NULL THEN '' ELSE format(' SCHEMA %I', place) END
    || CASE WHEN wanted IS NULL THEN '' ELSE format(' VERSION %L', wanted) END
    || ' CASCADE';
END $$;
`;
