ALTER TABLE public.visits RENAME TO visits_plumb_old;

CREATE TABLE public.visits (
  year integer,
  month integer,
  note text
)
PARTITION BY LIST (year);

CREATE TABLE public.visits_2024 PARTITION OF public.visits FOR VALUES IN (2024);

-- The column public.visits.id is not carried over to the table that is made anew: all that it holds is lost.
-- The column public.visits.name is not carried over to the table that is made anew: all that it holds is lost.
DROP TABLE public.visits_plumb_old;

-- down

ALTER TABLE public.visits RENAME TO visits_plumb_old;

CREATE TABLE public.visits (
  id integer CONSTRAINT visits_id_not_null NOT NULL,
  name character varying(20) CONSTRAINT visits_name_not_null NOT NULL,
  CONSTRAINT visits_pkey PRIMARY KEY (id)
);

-- The column public.visits.year is not carried over to the table that is made anew: all that it holds is lost.
-- The column public.visits.month is not carried over to the table that is made anew: all that it holds is lost.
-- The column public.visits.note is not carried over to the table that is made anew: all that it holds is lost.
DROP TABLE public.visits_plumb_old;
