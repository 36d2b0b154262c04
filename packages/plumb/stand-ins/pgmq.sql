-- control: relocatable = false, schema = pgmq
CREATE TYPE message_record AS (msg_id bigint, read_ct integer, enqueued_at timestamptz, vt timestamptz, message jsonb, headers jsonb);
CREATE TYPE queue_record AS (queue_name character varying, is_partitioned boolean, is_unlogged boolean, created_at timestamptz);
CREATE TYPE metrics_result AS (queue_name text, queue_length bigint, newest_msg_age_sec integer, oldest_msg_age_sec integer, total_messages bigint, scrape_time timestamptz, queue_visible_length bigint);
CREATE TABLE meta (queue_name character varying NOT NULL UNIQUE, is_partitioned boolean NOT NULL, is_unlogged boolean NOT NULL, created_at timestamptz NOT NULL DEFAULT now());
CREATE FUNCTION create_non_partitioned(queue_name text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  kind text;
BEGIN
  INSERT INTO pgmq.meta VALUES (queue_name, false, false) ON CONFLICT DO NOTHING;
  EXECUTE format('CREATE TABLE IF NOT EXISTS pgmq.%I (msg_id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY, read_ct integer NOT NULL DEFAULT 0, enqueued_at timestamptz NOT NULL DEFAULT now(), vt timestamptz NOT NULL, message jsonb, headers jsonb)', 'q_' || lower(queue_name));
  EXECUTE format('CREATE TABLE IF NOT EXISTS pgmq.%I (msg_id bigint PRIMARY KEY, read_ct integer NOT NULL DEFAULT 0, enqueued_at timestamptz NOT NULL DEFAULT now(), archived_at timestamptz NOT NULL DEFAULT now(), vt timestamptz NOT NULL, message jsonb, headers jsonb)', 'a_' || lower(queue_name));
  FOREACH kind IN ARRAY ARRAY['q_', 'a_'] LOOP
    EXECUTE format('ALTER EXTENSION pgmq ADD TABLE pgmq.%I', kind || lower(queue_name));
  END LOOP;
END $$;
CREATE FUNCTION "create"(queue_name text) RETURNS void LANGUAGE sql BEGIN ATOMIC SELECT create_non_partitioned(queue_name); END;
CREATE FUNCTION create_unlogged(queue_name text) RETURNS void LANGUAGE sql BEGIN ATOMIC SELECT create_non_partitioned(queue_name); END;
CREATE FUNCTION drop_queue(queue_name text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  kind text;
BEGIN
  FOREACH kind IN ARRAY ARRAY['q_', 'a_'] LOOP
    IF to_regclass(format('pgmq.%I', kind || lower(queue_name))) IS NOT NULL THEN
      EXECUTE format('ALTER EXTENSION pgmq DROP TABLE pgmq.%I', kind || lower(queue_name));
      EXECUTE format('DROP TABLE pgmq.%I', kind || lower(queue_name));
    END IF;
  END LOOP;
  DELETE FROM pgmq.meta AS m WHERE m.queue_name = drop_queue.queue_name;
  RETURN FOUND;
END $$;
CREATE FUNCTION send(queue_name text, msg jsonb, delay integer DEFAULT 0) RETURNS SETOF bigint LANGUAGE sql BEGIN ATOMIC SELECT 1::bigint; END;
CREATE FUNCTION send_batch(queue_name text, msgs jsonb[], delay integer DEFAULT 0) RETURNS SETOF bigint LANGUAGE sql BEGIN ATOMIC SELECT 1::bigint; END;
CREATE FUNCTION read(queue_name text, vt integer, qty integer, conditional jsonb DEFAULT '{}') RETURNS SETOF message_record LANGUAGE sql BEGIN ATOMIC SELECT NULL::message_record WHERE false; END;
CREATE FUNCTION read_with_poll(queue_name text, vt integer, qty integer, max_poll_seconds integer DEFAULT 5, poll_interval_ms integer DEFAULT 100, conditional jsonb DEFAULT '{}') RETURNS SETOF message_record LANGUAGE sql BEGIN ATOMIC SELECT NULL::message_record WHERE false; END;
CREATE FUNCTION pop(queue_name text) RETURNS SETOF message_record LANGUAGE sql BEGIN ATOMIC SELECT NULL::message_record WHERE false; END;
CREATE FUNCTION archive(queue_name text, msg_id bigint) RETURNS boolean LANGUAGE sql RETURN true;
CREATE FUNCTION archive(queue_name text, msg_ids bigint[]) RETURNS SETOF bigint LANGUAGE sql BEGIN ATOMIC SELECT unnest($2); END;
CREATE FUNCTION delete(queue_name text, msg_id bigint) RETURNS boolean LANGUAGE sql RETURN true;
CREATE FUNCTION delete(queue_name text, msg_ids bigint[]) RETURNS SETOF bigint LANGUAGE sql BEGIN ATOMIC SELECT unnest($2); END;
CREATE FUNCTION set_vt(queue_name text, msg_id bigint, vt integer) RETURNS SETOF message_record LANGUAGE sql BEGIN ATOMIC SELECT NULL::message_record WHERE false; END;
CREATE FUNCTION purge_queue(queue_name text) RETURNS bigint LANGUAGE sql RETURN 0::bigint;
CREATE FUNCTION list_queues() RETURNS SETOF queue_record LANGUAGE sql BEGIN ATOMIC SELECT queue_name, is_partitioned, is_unlogged, created_at FROM meta; END;
CREATE FUNCTION metrics(queue_name text) RETURNS metrics_result LANGUAGE sql RETURN NULL::metrics_result;
