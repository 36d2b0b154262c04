-- control: relocatable = false
CREATE SCHEMA _timescaledb_catalog;
CREATE SCHEMA _timescaledb_internal;
CREATE SCHEMA _timescaledb_functions;
CREATE SCHEMA timescaledb_information;
CREATE SCHEMA timescaledb_experimental;
CREATE TYPE _timescaledb_internal.dimension_info AS (column_name name, chunk_interval text);
CREATE TABLE _timescaledb_catalog.hypertable (id serial PRIMARY KEY, schema_name name NOT NULL, table_name name NOT NULL, UNIQUE (schema_name, table_name));
CREATE VIEW timescaledb_information.hypertables AS SELECT schema_name AS hypertable_schema, table_name AS hypertable_name FROM _timescaledb_catalog.hypertable;
CREATE VIEW timescaledb_information.jobs AS SELECT NULL::integer AS job_id, NULL::text AS application_name, NULL::name AS hypertable_schema, NULL::name AS hypertable_name, NULL::text AS proc_name, NULL::jsonb AS config WHERE false;
CREATE VIEW timescaledb_information.continuous_aggregates AS SELECT NULL::name AS hypertable_schema, NULL::name AS hypertable_name, NULL::name AS view_schema, NULL::name AS view_name WHERE false;
CREATE VIEW timescaledb_information.chunks AS SELECT NULL::name AS hypertable_schema, NULL::name AS hypertable_name, NULL::name AS chunk_schema, NULL::name AS chunk_name WHERE false;

-- A hypertable is an ordinary table here, with what making one adds to it: NOT NULL and an index on its time.
CREATE FUNCTION _timescaledb_functions.stand_in_hypertable(relation regclass, column_name name, with_index boolean) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  hypertable integer;
BEGIN
  INSERT INTO _timescaledb_catalog.hypertable (schema_name, table_name)
  SELECT n.nspname, c.relname FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace WHERE c.oid = relation
  ON CONFLICT DO NOTHING
  RETURNING id INTO hypertable;
  IF hypertable IS NULL THEN
    RETURN 0;
  END IF;
  EXECUTE format('ALTER TABLE %s ALTER COLUMN %I SET NOT NULL', relation, column_name);
  IF with_index AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_index AS i JOIN pg_catalog.pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0] WHERE i.indrelid = relation AND i.indnatts = 1 AND a.attname = column_name
  ) THEN
    EXECUTE format('CREATE INDEX ON %s (%I DESC)', relation, column_name);
  END IF;
  RETURN hypertable;
END $$;
CREATE FUNCTION create_hypertable(
  relation regclass, time_column_name name, partitioning_column name DEFAULT NULL, number_partitions integer DEFAULT NULL, associated_schema_name name DEFAULT NULL, associated_table_prefix name DEFAULT NULL,
  chunk_time_interval anyelement DEFAULT NULL::bigint, create_default_indexes boolean DEFAULT true, if_not_exists boolean DEFAULT false, partitioning_func regproc DEFAULT NULL, migrate_data boolean DEFAULT false,
  chunk_target_size text DEFAULT NULL, chunk_sizing_func regproc DEFAULT NULL, time_partitioning_func regproc DEFAULT NULL, replication_factor integer DEFAULT NULL, data_nodes name[] DEFAULT NULL
) RETURNS TABLE (hypertable_id integer, schema_name name, table_name name, created boolean) LANGUAGE sql AS $$
  SELECT _timescaledb_functions.stand_in_hypertable($1, $2, $8), n.nspname, c.relname, true FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace WHERE c.oid = $1
$$;
CREATE FUNCTION create_hypertable(relation regclass, dimension _timescaledb_internal.dimension_info, create_default_indexes boolean DEFAULT true, if_not_exists boolean DEFAULT false, migrate_data boolean DEFAULT false)
RETURNS TABLE (hypertable_id integer, created boolean) LANGUAGE sql AS $$ SELECT _timescaledb_functions.stand_in_hypertable($1, ($2).column_name, $3), true $$;
CREATE FUNCTION create_distributed_hypertable(relation regclass, time_column_name name, partitioning_column name DEFAULT NULL, number_partitions integer DEFAULT NULL, if_not_exists boolean DEFAULT false)
RETURNS TABLE (hypertable_id integer, schema_name name, table_name name, created boolean) LANGUAGE sql AS $$ SELECT * FROM @extschema@.create_hypertable($1, $2, if_not_exists => $5) $$;
CREATE FUNCTION by_range(column_name name, partition_interval anyelement DEFAULT NULL::bigint, partition_func regproc DEFAULT NULL) RETURNS _timescaledb_internal.dimension_info LANGUAGE sql AS $$ SELECT ROW($1, $2::text)::_timescaledb_internal.dimension_info $$;
CREATE FUNCTION by_hash(column_name name, number_partitions integer, partition_func regproc DEFAULT NULL) RETURNS _timescaledb_internal.dimension_info LANGUAGE sql RETURN ROW($1, NULL)::_timescaledb_internal.dimension_info;
CREATE FUNCTION add_dimension(hypertable regclass, column_name name, number_partitions integer DEFAULT NULL, chunk_time_interval anyelement DEFAULT NULL::bigint, partitioning_func regproc DEFAULT NULL, if_not_exists boolean DEFAULT false)
RETURNS TABLE (dimension_id integer, schema_name name, table_name name, column_name name, created boolean) LANGUAGE sql AS $$ SELECT 1, NULL::name, NULL::name, $2, true $$;
CREATE FUNCTION add_dimension(hypertable regclass, dimension _timescaledb_internal.dimension_info, if_not_exists boolean DEFAULT false) RETURNS TABLE (dimension_id integer, created boolean) LANGUAGE sql BEGIN ATOMIC SELECT 1, true; END;
CREATE FUNCTION set_chunk_time_interval(hypertable regclass, chunk_time_interval anyelement, dimension_name name DEFAULT NULL) RETURNS void LANGUAGE sql AS '';
CREATE FUNCTION set_number_partitions(hypertable regclass, number_partitions integer, dimension_name name DEFAULT NULL) RETURNS void LANGUAGE sql AS '';
CREATE FUNCTION set_integer_now_func(hypertable regclass, integer_now_func regproc, replace_if_exists boolean DEFAULT false) RETURNS void LANGUAGE sql AS '';

-- Policies and jobs.
CREATE FUNCTION add_retention_policy(relation regclass, drop_after "any" DEFAULT NULL, if_not_exists boolean DEFAULT false, schedule_interval interval DEFAULT NULL, initial_start timestamptz DEFAULT NULL, timezone text DEFAULT NULL, drop_created_before interval DEFAULT NULL) RETURNS integer LANGUAGE internal STABLE AS 'pg_backend_pid';
CREATE FUNCTION add_compression_policy(hypertable regclass, compress_after "any" DEFAULT NULL, if_not_exists boolean DEFAULT false, schedule_interval interval DEFAULT NULL, initial_start timestamptz DEFAULT NULL, timezone text DEFAULT NULL, compress_created_before interval DEFAULT NULL) RETURNS integer LANGUAGE internal STABLE AS 'pg_backend_pid';
CREATE FUNCTION add_continuous_aggregate_policy(continuous_aggregate regclass, start_offset "any", end_offset "any", schedule_interval interval DEFAULT NULL, if_not_exists boolean DEFAULT false, initial_start timestamptz DEFAULT NULL, timezone text DEFAULT NULL, include_tiered_data boolean DEFAULT NULL, buckets_per_batch integer DEFAULT NULL, max_batches_per_execution integer DEFAULT NULL, refresh_newest_first boolean DEFAULT NULL) RETURNS integer LANGUAGE internal STABLE AS 'pg_backend_pid';
CREATE FUNCTION add_reorder_policy(hypertable regclass, index_name name, if_not_exists boolean DEFAULT false, initial_start timestamptz DEFAULT NULL, timezone text DEFAULT NULL) RETURNS integer LANGUAGE sql RETURN 1;
CREATE FUNCTION add_job(proc regproc, schedule_interval interval, config jsonb DEFAULT NULL, initial_start timestamptz DEFAULT NULL, scheduled boolean DEFAULT true, check_config regproc DEFAULT NULL, fixed_schedule boolean DEFAULT true, timezone text DEFAULT NULL, job_name text DEFAULT NULL) RETURNS integer LANGUAGE sql RETURN 1;
CREATE FUNCTION alter_job(job_id integer, schedule_interval interval DEFAULT NULL, max_runtime interval DEFAULT NULL, max_retries integer DEFAULT NULL, retry_period interval DEFAULT NULL, scheduled boolean DEFAULT NULL, config jsonb DEFAULT NULL, next_start timestamptz DEFAULT NULL, if_exists boolean DEFAULT false) RETURNS void LANGUAGE sql AS '';
CREATE FUNCTION delete_job(job_id integer) RETURNS void LANGUAGE sql AS '';
CREATE PROCEDURE run_job(job_id integer) LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE FUNCTION remove_retention_policy(relation regclass, if_exists boolean DEFAULT false) RETURNS void LANGUAGE sql AS '';
CREATE FUNCTION remove_compression_policy(hypertable regclass, if_exists boolean DEFAULT false) RETURNS boolean LANGUAGE sql RETURN true;
CREATE FUNCTION remove_continuous_aggregate_policy(continuous_aggregate regclass, if_not_exists boolean DEFAULT false, if_exists boolean DEFAULT NULL) RETURNS void LANGUAGE sql AS '';
CREATE FUNCTION remove_reorder_policy(hypertable regclass, if_exists boolean DEFAULT false) RETURNS void LANGUAGE sql AS '';
CREATE PROCEDURE add_columnstore_policy(hypertable regclass, after interval DEFAULT NULL, if_not_exists boolean DEFAULT false, schedule_interval interval DEFAULT NULL, initial_start timestamptz DEFAULT NULL, timezone text DEFAULT NULL, created_before interval DEFAULT NULL) LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE PROCEDURE remove_columnstore_policy(hypertable regclass, if_exists boolean DEFAULT false) LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE PROCEDURE refresh_continuous_aggregate(continuous_aggregate regclass, window_start timestamptz, window_end timestamptz, force boolean DEFAULT false) LANGUAGE plpgsql AS $$ BEGIN END $$;

-- Chunks.
CREATE FUNCTION show_chunks(relation regclass, older_than timestamptz DEFAULT NULL, newer_than timestamptz DEFAULT NULL) RETURNS SETOF regclass LANGUAGE sql STABLE BEGIN ATOMIC SELECT $1 WHERE false; END;
CREATE FUNCTION drop_chunks(relation regclass, older_than timestamptz DEFAULT NULL, newer_than timestamptz DEFAULT NULL, "verbose" boolean DEFAULT false) RETURNS SETOF text LANGUAGE sql BEGIN ATOMIC SELECT NULL::text WHERE false; END;
CREATE FUNCTION drop_chunks(relation regclass, older_than interval, newer_than interval DEFAULT NULL, "verbose" boolean DEFAULT false) RETURNS SETOF text LANGUAGE sql BEGIN ATOMIC SELECT NULL::text WHERE false; END;
CREATE FUNCTION compress_chunk(uncompressed_chunk regclass, if_not_compressed boolean DEFAULT true, recompress boolean DEFAULT false) RETURNS regclass LANGUAGE sql RETURN $1;
CREATE FUNCTION decompress_chunk(uncompressed_chunk regclass, if_compressed boolean DEFAULT true) RETURNS regclass LANGUAGE sql RETURN $1;
CREATE FUNCTION hypertable_size(hypertable regclass) RETURNS bigint LANGUAGE sql STABLE RETURN pg_total_relation_size($1);
CREATE FUNCTION hypertable_detailed_size(hypertable regclass) RETURNS TABLE (table_bytes bigint, index_bytes bigint, toast_bytes bigint, total_bytes bigint, node_name name) LANGUAGE sql STABLE BEGIN ATOMIC SELECT 0::bigint, 0::bigint, 0::bigint, 0::bigint, NULL::name; END;
CREATE FUNCTION approximate_row_count(relation regclass) RETURNS bigint LANGUAGE sql STABLE RETURN 0::bigint;
CREATE FUNCTION timescaledb_pre_restore() RETURNS boolean LANGUAGE sql RETURN true;
CREATE FUNCTION timescaledb_post_restore() RETURNS boolean LANGUAGE sql RETURN true;

-- What queries call.
CREATE FUNCTION time_bucket(bucket_width interval, ts timestamp) RETURNS timestamp LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT RETURN date_bin($1, $2, timestamp '2000-01-03');
CREATE FUNCTION time_bucket(bucket_width interval, ts timestamptz) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT RETURN date_bin($1, $2, timestamptz '2000-01-03 00:00:00+00');
CREATE FUNCTION time_bucket(bucket_width interval, ts date) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT RETURN date_bin($1, $2::timestamp, timestamp '2000-01-03')::date;
CREATE FUNCTION time_bucket(bucket_width interval, ts timestamp, origin timestamp) RETURNS timestamp LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT RETURN date_bin($1, $2, $3);
CREATE FUNCTION time_bucket(bucket_width interval, ts timestamptz, origin timestamptz) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT RETURN date_bin($1, $2, $3);
CREATE FUNCTION time_bucket(bucket_width interval, ts timestamptz, "offset" interval) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT RETURN date_bin($1, $2, timestamptz '2000-01-03 00:00:00+00');
CREATE FUNCTION time_bucket(bucket_width interval, ts timestamptz, timezone text, origin timestamptz DEFAULT NULL, "offset" interval DEFAULT NULL) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN date_bin($1, $2, timestamptz '2000-01-03 00:00:00+00');
CREATE FUNCTION time_bucket(bucket_width smallint, ts smallint) RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT RETURN $2 - $2 % $1;
CREATE FUNCTION time_bucket(bucket_width integer, ts integer) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT RETURN $2 - $2 % $1;
CREATE FUNCTION time_bucket(bucket_width bigint, ts bigint) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT RETURN $2 - $2 % $1;
CREATE FUNCTION time_bucket_gapfill(bucket_width interval, ts timestamp, start timestamp DEFAULT NULL, finish timestamp DEFAULT NULL) RETURNS timestamp LANGUAGE sql PARALLEL SAFE RETURN time_bucket($1, $2);
CREATE FUNCTION time_bucket_gapfill(bucket_width interval, ts timestamptz, start timestamptz DEFAULT NULL, finish timestamptz DEFAULT NULL) RETURNS timestamptz LANGUAGE sql PARALLEL SAFE RETURN time_bucket($1, $2);
CREATE FUNCTION time_bucket_gapfill(bucket_width interval, ts date, start date DEFAULT NULL, finish date DEFAULT NULL) RETURNS date LANGUAGE sql PARALLEL SAFE RETURN time_bucket($1, $2);
CREATE FUNCTION locf(value anyelement, prev anyelement DEFAULT NULL, treat_null_as_missing boolean DEFAULT false) RETURNS anyelement LANGUAGE sql PARALLEL SAFE AS 'SELECT $1';
CREATE FUNCTION interpolate(value double precision, prev record DEFAULT NULL, next record DEFAULT NULL) RETURNS double precision LANGUAGE plpgsql PARALLEL SAFE AS $$ BEGIN RETURN value; END $$;
CREATE FUNCTION histogram_sfunc(state integer[], val double precision, min double precision, max double precision, nbuckets integer) RETURNS integer[] LANGUAGE sql IMMUTABLE RETURN $1;
CREATE AGGREGATE histogram(double precision, double precision, double precision, integer) (SFUNC = histogram_sfunc, STYPE = integer[], INITCOND = '{}');
CREATE FUNCTION _timescaledb_functions.stand_in_keep(anycompatible, anycompatible, anyelement) RETURNS anycompatible LANGUAGE sql IMMUTABLE AS 'SELECT coalesce($1, $2)';
CREATE AGGREGATE first(anycompatible, anyelement) (SFUNC = _timescaledb_functions.stand_in_keep, STYPE = anycompatible, PARALLEL = safe);
CREATE AGGREGATE last(anycompatible, anyelement) (SFUNC = _timescaledb_functions.stand_in_keep, STYPE = anycompatible, PARALLEL = safe);
