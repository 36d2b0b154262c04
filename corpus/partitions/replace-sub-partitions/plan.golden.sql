ALTER TABLE public.t_2024 RENAME TO t_2024_plumb_old;

CREATE TABLE public.t_2024 (
  LIKE public.t INCLUDING COMPRESSION INCLUDING CONSTRAINTS INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING STORAGE
)
PARTITION BY RANGE (m);

CREATE TABLE public.t_2024_a PARTITION OF public.t_2024 FOR VALUES FROM (1) TO (7);

CREATE TABLE public.t_2024_b PARTITION OF public.t_2024 FOR VALUES FROM (7) TO (13);

-- public.t_2024 can't be altered to what it should be: it is made anew, and its rows are carried over.
-- All rows of public.t_2024 are copied while nobody can read or write them.
-- The migration fails where a row of public.t_2024 doesn't fit the new table.
INSERT INTO public.t_2024 (y, m, v)
SELECT y, m, v
FROM ONLY public.t_2024_plumb_old;

ALTER TABLE public.t_2025 RENAME TO t_2025_plumb_old;

CREATE TABLE public.t_2025 (
  LIKE public.t INCLUDING COMPRESSION INCLUDING CONSTRAINTS INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING STORAGE
);

-- public.t_2025 can't be altered to what it should be: it is made anew, and its rows are carried over.
-- All rows of public.t_2025 are copied while nobody can read or write them.
-- The migration fails where a row of public.t_2025 doesn't fit the new table.
INSERT INTO public.t_2025 (y, m, v)
SELECT y, m, v
FROM public.t_2025_plumb_old;

DROP TABLE public.t_2024_plumb_old;

CREATE INDEX t_2024_m_idx ON public.t_2024 (m);

DROP TABLE public.t_2025_plumb_old;

ALTER TABLE public.t ATTACH PARTITION public.t_2024 FOR VALUES IN (2024);

CREATE INDEX t_2025_m_idx ON public.t_2025 (m);

ALTER TABLE public.t ATTACH PARTITION public.t_2025 FOR VALUES IN (2025);

-- down

ALTER TABLE public.t_2024 RENAME TO t_2024_plumb_old;

CREATE TABLE public.t_2024 (
  LIKE public.t INCLUDING COMPRESSION INCLUDING CONSTRAINTS INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING STORAGE
);

-- public.t_2024 can't be altered to what it should be: it is made anew, and its rows are carried over.
-- All rows of public.t_2024 are copied while nobody can read or write them.
-- The migration fails where a row of public.t_2024 doesn't fit the new table.
INSERT INTO public.t_2024 (y, m, v)
SELECT y, m, v
FROM public.t_2024_plumb_old;

ALTER TABLE public.t_2025 RENAME TO t_2025_plumb_old;

CREATE TABLE public.t_2025 (
  LIKE public.t INCLUDING COMPRESSION INCLUDING CONSTRAINTS INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING STORAGE
)
PARTITION BY LIST (m);

CREATE TABLE public.t_2025_1 PARTITION OF public.t_2025 FOR VALUES IN (1);

-- public.t_2025 can't be altered to what it should be: it is made anew, and its rows are carried over.
-- All rows of public.t_2025 are copied while nobody can read or write them.
-- The migration fails where a row of public.t_2025 doesn't fit the new table.
INSERT INTO public.t_2025 (y, m, v)
SELECT y, m, v
FROM ONLY public.t_2025_plumb_old;

DROP TABLE public.t_2024_plumb_old;

CREATE INDEX t_2024_m_idx ON public.t_2024 (m);

DROP TABLE public.t_2025_plumb_old;

ALTER TABLE public.t ATTACH PARTITION public.t_2024 FOR VALUES IN (2024);

CREATE INDEX t_2025_m_idx ON public.t_2025 (m);

ALTER TABLE public.t ATTACH PARTITION public.t_2025 FOR VALUES IN (2025);
