BEGIN;

CREATE TABLE public.readings_2025 (
  LIKE public.readings INCLUDING COMPRESSION INCLUDING CONSTRAINTS INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING STORAGE
)
PARTITION BY HASH (site);

ALTER TABLE public.readings ATTACH PARTITION public.readings_2025 FOR VALUES FROM ('2025-01-01 00:00:00+00') TO ('2026-01-01 00:00:00+00');

CREATE TABLE public.readings_2025_0 PARTITION OF public.readings_2025 FOR VALUES WITH (modulus 2, remainder 0);

CREATE TABLE public.readings_2025_1 PARTITION OF public.readings_2025 FOR VALUES WITH (modulus 2, remainder 1);

CREATE TABLE public.sensors (
  site integer NOT NULL,
  id integer NOT NULL,
  unit text NOT NULL,
  CONSTRAINT sensors_pkey PRIMARY KEY (site, id),
  CONSTRAINT sensors_site_fkey FOREIGN KEY (site) REFERENCES public.sites (id)
);

ALTER TABLE public.readings ADD COLUMN quality smallint NOT NULL DEFAULT 1;

ALTER TABLE public.sites ADD COLUMN zone text NOT NULL DEFAULT 'UTC'::text;

CREATE UNIQUE INDEX readings_key ON ONLY public.readings (site, sensor, at);

CREATE UNIQUE INDEX readings_2025_site_sensor_at_idx ON public.readings_2025 (site, sensor, at);

ALTER INDEX public.readings_key ATTACH PARTITION public.readings_2025_site_sensor_at_idx;

CREATE STATISTICS public.readings_stats (ndistinct) ON sensor, site FROM public.readings;

COMMIT;

-- Reads public.readings_2024 twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.readings_2024 have the same (site, sensor, at). To find them: SELECT site, sensor, at, count(*) FROM public.readings_2024 GROUP BY site, sensor, at HAVING count(*) > 1. An invalid index readings_2024_site_sensor_at_idx is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY readings_2024_site_sensor_at_idx ON public.readings_2024 (site, sensor, at);

BEGIN;

ALTER INDEX public.readings_key ATTACH PARTITION public.readings_2024_site_sensor_at_idx;

DROP INDEX public.readings_at;

CREATE INDEX readings_at ON ONLY public.readings USING brin (at) WITH (pages_per_range = 32);

CREATE INDEX readings_2025_at_idx ON public.readings_2025 USING brin (at) WITH (pages_per_range = 32);

ALTER INDEX public.readings_at ATTACH PARTITION public.readings_2025_at_idx;

COMMIT;

-- Reads public.readings_2024 twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY readings_2024_at_idx ON public.readings_2024 USING brin (at) WITH (pages_per_range = 32);

BEGIN;

ALTER INDEX public.readings_at ATTACH PARTITION public.readings_2024_at_idx;

DROP VIEW public.latest;

-- public.readings is written anew while nobody can read or write it: public.readings.value changes from real to double precision.
ALTER TABLE public.readings ALTER COLUMN value TYPE double precision;

CREATE VIEW public.latest AS
SELECT DISTINCT ON (site, sensor) site,
    sensor,
    at,
    value
   FROM public.readings
  WHERE (quality > 0)
  ORDER BY site, sensor, at DESC;

COMMIT;

-- down

BEGIN;

DROP STATISTICS public.readings_stats;

DROP VIEW public.latest;

-- public.readings is written anew while nobody can read or write it: public.readings.value changes from double precision to real.
-- public.readings.value can hold less as real than as double precision: what doesn't fit is cut off, or refused.
-- The migration fails where public.readings.value holds a value that can't be converted to real.
ALTER TABLE public.readings ALTER COLUMN value TYPE real;

-- The column public.readings.quality is dropped with all that it holds.
ALTER TABLE public.readings DROP COLUMN quality;

CREATE VIEW public.latest AS
SELECT DISTINCT ON (site, sensor) site,
    sensor,
    at,
    value
   FROM public.readings
  ORDER BY site, sensor, at DESC;

-- The column public.sites.zone is dropped with all that it holds.
ALTER TABLE public.sites DROP COLUMN zone;

-- The table public.readings_2025 is dropped with all of its rows.
DROP TABLE public.readings_2025;

DROP INDEX public.readings_at;

CREATE INDEX readings_at ON ONLY public.readings USING brin (at);

COMMIT;

-- Reads public.readings_2024 twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY readings_2024_at_idx ON public.readings_2024 USING brin (at);

BEGIN;

ALTER INDEX public.readings_at ATTACH PARTITION public.readings_2024_at_idx;

DROP INDEX public.readings_key;

-- The table public.sensors is dropped with all of its rows.
DROP TABLE public.sensors;

COMMIT;
