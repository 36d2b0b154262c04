DROP VIEW public.hot;

DROP VIEW public.daily;

CREATE VIEW public.daily AS
SELECT sensor,
    date_trunc('day'::text, at) AS day,
    (avg(value))::numeric(8,3) AS mean
   FROM public.readings
  GROUP BY sensor, (date_trunc('day'::text, at));

CREATE VIEW public.hot AS
SELECT sensor,
    day
   FROM public.daily
  WHERE (mean > (30)::numeric);

-- down

DROP VIEW public.hot;

DROP VIEW public.daily;

CREATE VIEW public.daily AS
SELECT sensor,
    (at)::date AS day,
    avg(value) AS mean
   FROM public.readings
  GROUP BY sensor, ((at)::date);

CREATE VIEW public.hot AS
SELECT sensor,
    day
   FROM public.daily
  WHERE (mean > (30)::double precision);
