ALTER TABLE public.readings DROP CONSTRAINT readings_pkey;

DROP VIEW public.recent_readings;

ALTER TABLE public.readings RENAME TO readings_plumb_old;

CREATE TABLE public.readings (
  sensor_id integer CONSTRAINT readings_sensor_id_not_null NOT NULL,
  taken_at timestamp with time zone CONSTRAINT readings_taken_at_not_null NOT NULL,
  value double precision,
  CONSTRAINT readings_pkey PRIMARY KEY (sensor_id, taken_at)
)
PARTITION BY RANGE (taken_at);

CREATE TABLE public.readings_2024 PARTITION OF public.readings FOR VALUES FROM ('2024-01-01 00:00:00+00') TO ('2025-01-01 00:00:00+00');

CREATE TABLE public.readings_rest PARTITION OF public.readings DEFAULT;

-- public.readings can't be altered to what it should be: it is made anew, and its rows are carried over.
-- All rows of public.readings are copied while nobody can read or write them.
-- The migration fails where a row of public.readings doesn't fit the new table.
INSERT INTO public.readings (sensor_id, taken_at, value)
SELECT sensor_id, taken_at, value
FROM ONLY public.readings_plumb_old;

CREATE VIEW public.recent_readings AS
SELECT sensor_id,
    taken_at,
    value
   FROM public.readings
  WHERE (taken_at > '2024-06-01 00:00:00+00'::timestamp with time zone);

COMMENT ON TABLE public.readings IS 'what the sensors said';

DROP TABLE public.readings_plumb_old;

CREATE INDEX readings_taken_at ON public.readings (taken_at DESC);

GRANT SELECT ON TABLE public.readings TO reader;

-- down

ALTER TABLE public.readings DROP CONSTRAINT readings_pkey;

DROP VIEW public.recent_readings;

ALTER TABLE public.readings RENAME TO readings_plumb_old;

CREATE TABLE public.readings (
  sensor_id integer CONSTRAINT readings_sensor_id_not_null NOT NULL,
  taken_at timestamp with time zone CONSTRAINT readings_taken_at_not_null NOT NULL,
  value double precision,
  CONSTRAINT readings_pkey PRIMARY KEY (sensor_id, taken_at)
);

-- public.readings can't be altered to what it should be: it is made anew, and its rows are carried over.
-- All rows of public.readings are copied while nobody can read or write them.
-- The migration fails where a row of public.readings doesn't fit the new table.
INSERT INTO public.readings (sensor_id, taken_at, value)
SELECT sensor_id, taken_at, value
FROM public.readings_plumb_old;

CREATE VIEW public.recent_readings AS
SELECT sensor_id,
    taken_at,
    value
   FROM public.readings
  WHERE (taken_at > '2024-06-01 00:00:00+00'::timestamp with time zone);

COMMENT ON TABLE public.readings IS 'what the sensors said';

DROP TABLE public.readings_plumb_old;

CREATE INDEX readings_taken_at ON public.readings (taken_at DESC);

GRANT SELECT ON TABLE public.readings TO reader;
