DROP VIEW public.today;

DROP MATERIALIZED VIEW public.daily;

DROP MATERIALIZED VIEW public.hourly;

-- The materialized view public.hourly is computed anew; whoever reads it waits until that is done.
CREATE MATERIALIZED VIEW public.hourly AS
SELECT page,
    date_trunc('hour'::text, at) AS hour,
    count(DISTINCT visitor) AS visitors,
    count(*) AS n
   FROM public.hits
  GROUP BY page, (date_trunc('hour'::text, at));

-- The materialized view public.daily is computed anew; whoever reads it waits until that is done.
CREATE MATERIALIZED VIEW public.daily AS
SELECT page,
    (hour)::date AS day,
    sum(n) AS n
   FROM public.hourly
  GROUP BY page, ((hour)::date);

CREATE VIEW public.today AS
SELECT page,
    n
   FROM public.daily
  WHERE (day = CURRENT_DATE);

CREATE UNIQUE INDEX daily_key ON public.daily (page, day);

CREATE UNIQUE INDEX hourly_key ON public.hourly (page, hour);

GRANT SELECT ON TABLE public.today TO anon;

-- down

DROP VIEW public.today;

DROP MATERIALIZED VIEW public.daily;

DROP MATERIALIZED VIEW public.hourly;

-- The materialized view public.hourly is computed anew; whoever reads it waits until that is done.
CREATE MATERIALIZED VIEW public.hourly AS
SELECT page,
    date_trunc('hour'::text, at) AS hour,
    count(*) AS n
   FROM public.hits
  GROUP BY page, (date_trunc('hour'::text, at));

-- The materialized view public.daily is computed anew; whoever reads it waits until that is done.
CREATE MATERIALIZED VIEW public.daily AS
SELECT page,
    (hour)::date AS day,
    sum(n) AS n
   FROM public.hourly
  GROUP BY page, ((hour)::date);

CREATE VIEW public.today AS
SELECT page,
    n
   FROM public.daily
  WHERE (day = CURRENT_DATE);

CREATE UNIQUE INDEX daily_key ON public.daily (page, day);

CREATE UNIQUE INDEX hourly_key ON public.hourly (page, hour);

GRANT SELECT ON TABLE public.today TO anon;
