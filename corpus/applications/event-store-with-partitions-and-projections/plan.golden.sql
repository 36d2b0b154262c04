BEGIN;

CREATE DOMAIN public.event_kind AS text
  CONSTRAINT event_kind_check CHECK ((VALUE ~ '^[a-z_]+$'::text));

CREATE TABLE public.events_202403 (
  LIKE public.events INCLUDING COMPRESSION INCLUDING CONSTRAINTS INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING STORAGE
);

-- The migration fails where the default partition of public.events holds rows that belong into public.events_202403. Move them first.
ALTER TABLE public.events ATTACH PARTITION public.events_202403 FOR VALUES IN (202403);

CREATE TABLE public.events_rest (
  LIKE public.events INCLUDING COMPRESSION INCLUDING CONSTRAINTS INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING STORAGE
);

ALTER TABLE public.events ATTACH PARTITION public.events_rest DEFAULT;

CREATE TABLE public.projections (
  name text NOT NULL,
  "position" bigint NOT NULL DEFAULT 0,
  locked_until timestamp with time zone,
  CONSTRAINT projections_pkey PRIMARY KEY (name)
);

CREATE TABLE public.snapshots (
  stream uuid NOT NULL,
  version bigint NOT NULL,
  state jsonb NOT NULL,
  CONSTRAINT snapshots_pkey PRIMARY KEY (stream, version),
  CONSTRAINT snapshots_stream_fkey FOREIGN KEY (stream) REFERENCES public.streams (id)
);

ALTER TABLE public.events ADD COLUMN meta jsonb NOT NULL DEFAULT '{}'::jsonb;

ALTER TABLE public.events DROP CONSTRAINT events_stream_fkey, ADD CONSTRAINT events_stream_fkey FOREIGN KEY (stream) REFERENCES public.streams (id) ON DELETE RESTRICT NOT VALID;

CREATE INDEX events_meta ON ONLY public.events USING gin (meta);

CREATE INDEX events_202403_meta_idx ON public.events_202403 USING gin (meta);

ALTER INDEX public.events_meta ATTACH PARTITION public.events_202403_meta_idx;

CREATE INDEX events_rest_meta_idx ON public.events_rest USING gin (meta);

ALTER INDEX public.events_meta ATTACH PARTITION public.events_rest_meta_idx;

COMMIT;

-- Reads all of public.events while others go on reading and writing it.
-- Fails if rows of public.events refer to nothing by events_stream_fkey. To find them: SELECT * FROM public.events AS c WHERE c.stream IS NOT NULL AND NOT EXISTS (SELECT FROM public.streams AS p WHERE p.id = c.stream)
ALTER TABLE public.events VALIDATE CONSTRAINT events_stream_fkey;

-- Reads public.events_202401 twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY events_202401_meta_idx ON public.events_202401 USING gin (meta);

ALTER INDEX public.events_meta ATTACH PARTITION public.events_202401_meta_idx;

-- Reads public.events_202402 twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY events_202402_meta_idx ON public.events_202402 USING gin (meta);

BEGIN;

ALTER INDEX public.events_meta ATTACH PARTITION public.events_202402_meta_idx;

DROP INDEX public.events_kind;

-- Every row of public.events is checked against public.event_kind while nobody can read or write the table.
-- The migration fails where public.events.kind holds a value that can't be converted to public.event_kind.
ALTER TABLE public.events ALTER COLUMN kind TYPE public.event_kind;

CREATE INDEX events_kind ON ONLY public.events (kind, month);

CREATE INDEX events_202403_kind_month_idx ON public.events_202403 (kind, month);

ALTER INDEX public.events_kind ATTACH PARTITION public.events_202403_kind_month_idx;

CREATE INDEX events_rest_kind_month_idx ON public.events_rest (kind, month);

ALTER INDEX public.events_kind ATTACH PARTITION public.events_rest_kind_month_idx;

COMMIT;

-- Reads public.events_202401 twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY events_202401_kind_month_idx ON public.events_202401 (kind, month);

ALTER INDEX public.events_kind ATTACH PARTITION public.events_202401_kind_month_idx;

-- Reads public.events_202402 twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY events_202402_kind_month_idx ON public.events_202402 (kind, month);

BEGIN;

ALTER INDEX public.events_kind ATTACH PARTITION public.events_202402_kind_month_idx;

DROP MATERIALIZED VIEW public.balances;

-- public.events is written anew while nobody can read or write it: public.events.data changes from json to jsonb.
-- public.events.data can hold less as jsonb than as json: what doesn't fit is cut off, or refused.
-- The migration fails where public.events.data holds a value that can't be converted to jsonb.
ALTER TABLE public.events ALTER COLUMN data TYPE jsonb;

DROP FUNCTION public.append(uuid, text, json);

-- public.events is written anew while nobody can read or write it: public.events.version changes from integer to bigint.
ALTER TABLE public.events ALTER COLUMN version TYPE bigint;

-- public.streams is written anew while nobody can read or write it: public.streams.version changes from integer to bigint.
ALTER TABLE public.streams ALTER COLUMN version TYPE bigint;

CREATE FUNCTION public.append(s uuid, k public.event_kind, d jsonb, m jsonb DEFAULT '{}'::jsonb)
  RETURNS bigint
  LANGUAGE plpgsql
AS $function$
DECLARE v bigint;
BEGIN
  UPDATE streams SET version = version + 1 WHERE id = s RETURNING version INTO v;
  INSERT INTO events VALUES (s, v, k, d, to_char(now(), 'YYYYMM')::int, m);
  RETURN v;
END $function$;

CREATE FUNCTION public.no_change()
  RETURNS trigger
  LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION 'events are for ever'; END $function$;

-- The materialized view public.balances is computed anew; whoever reads it waits until that is done.
CREATE MATERIALIZED VIEW public.balances AS
SELECT stream,
    sum(((data ->> 'amount'::text))::numeric) AS balance,
    max(version) AS version
   FROM public.events
  GROUP BY stream;

CREATE UNIQUE INDEX balances_stream ON public.balances (stream);

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.events FOR EACH ROW
  EXECUTE FUNCTION public.no_change();

COMMIT;

-- down

ALTER TABLE public.events DROP CONSTRAINT events_stream_fkey, ADD CONSTRAINT events_stream_fkey FOREIGN KEY (stream) REFERENCES public.streams (id) NOT VALID;

-- Reads all of public.events while others go on reading and writing it.
-- Fails if rows of public.events refer to nothing by events_stream_fkey. To find them: SELECT * FROM public.events AS c WHERE c.stream IS NOT NULL AND NOT EXISTS (SELECT FROM public.streams AS p WHERE p.id = c.stream)
ALTER TABLE public.events VALIDATE CONSTRAINT events_stream_fkey;

BEGIN;

DROP TRIGGER append_only ON public.events;

DROP MATERIALIZED VIEW public.balances;

-- public.events is written anew while nobody can read or write it: public.events.data changes from jsonb to json.
ALTER TABLE public.events ALTER COLUMN data TYPE json;

DROP FUNCTION public.append(uuid, public.event_kind, jsonb, jsonb);

-- public.streams is written anew while nobody can read or write it: public.streams.version changes from bigint to integer.
-- public.streams.version can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.streams.version holds a value that can't be converted to integer.
ALTER TABLE public.streams ALTER COLUMN version TYPE integer;

DROP FUNCTION public.no_change();

-- The table public.events_202403 is dropped with all of its rows.
DROP TABLE public.events_202403;

-- The table public.events_rest is dropped with all of its rows.
DROP TABLE public.events_rest;

-- public.events is written anew while nobody can read or write it: public.events.version changes from bigint to integer.
-- public.events.version can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.events.version holds a value that can't be converted to integer.
ALTER TABLE public.events ALTER COLUMN version TYPE integer;

-- The materialized view public.balances is computed anew; whoever reads it waits until that is done.
CREATE MATERIALIZED VIEW public.balances AS
SELECT stream,
    sum(((data ->> 'amount'::text))::integer) AS balance
   FROM public.events
  GROUP BY stream;

CREATE UNIQUE INDEX balances_stream ON public.balances (stream);

DROP INDEX public.events_kind;

ALTER TABLE public.events ALTER COLUMN kind TYPE text;

CREATE FUNCTION public.append(s uuid, k text, d json)
  RETURNS integer
  LANGUAGE plpgsql
AS $function$
DECLARE v int;
BEGIN
  UPDATE streams SET version = version + 1 WHERE id = s RETURNING version INTO v;
  INSERT INTO events VALUES (s, v, k, d, to_char(now(), 'YYYYMM')::int);
  RETURN v;
END $function$;

CREATE INDEX events_kind ON ONLY public.events (kind);

COMMIT;

-- Reads public.events_202401 twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY events_202401_kind_idx ON public.events_202401 (kind);

ALTER INDEX public.events_kind ATTACH PARTITION public.events_202401_kind_idx;

-- Reads public.events_202402 twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY events_202402_kind_idx ON public.events_202402 (kind);

BEGIN;

ALTER INDEX public.events_kind ATTACH PARTITION public.events_202402_kind_idx;

DROP INDEX public.events_meta;

-- The column public.events.meta is dropped with all that it holds.
ALTER TABLE public.events DROP COLUMN meta;

-- The table public.projections is dropped with all of its rows.
DROP TABLE public.projections;

-- The table public.snapshots is dropped with all of its rows.
DROP TABLE public.snapshots;

DROP DOMAIN public.event_kind;

COMMIT;
