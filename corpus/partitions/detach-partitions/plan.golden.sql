DROP TRIGGER events_touch ON public.events;

ALTER TABLE public.events DETACH PARTITION public.events_2023;

ALTER TABLE public.events_2023 RENAME CONSTRAINT events_at_not_null TO events_2023_at_not_null;

ALTER TABLE public.events_2023 RENAME CONSTRAINT events_id_not_null TO events_2023_id_not_null;

-- The table public.events_rest is dropped with all of its rows.
DROP TABLE public.events_rest;

CREATE TRIGGER events_touch BEFORE INSERT ON public.events FOR EACH ROW
  EXECUTE FUNCTION public.touch();

-- down

CREATE TABLE public.events_rest (
  LIKE public.events INCLUDING COMPRESSION INCLUDING CONSTRAINTS INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING STORAGE
);

ALTER TABLE public.events ATTACH PARTITION public.events_rest DEFAULT;

ALTER TABLE public.events_2023 RENAME CONSTRAINT events_2023_at_not_null TO events_at_not_null;

ALTER TABLE public.events_2023 RENAME CONSTRAINT events_2023_id_not_null TO events_id_not_null;

-- The migration fails where the default partition of public.events holds rows that belong into public.events_2023. Move them first.
ALTER TABLE public.events ATTACH PARTITION public.events_2023 FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
