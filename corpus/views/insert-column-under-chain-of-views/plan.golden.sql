DROP VIEW api.error_days;

DROP VIEW api.errors;

DROP VIEW public.recent_errors;

DROP VIEW public.recent;

CREATE VIEW public.recent AS
SELECT id,
    source,
    kind,
    at
   FROM public.events
  WHERE (at > '2024-01-01 00:00:00+00'::timestamp with time zone);

CREATE VIEW public.recent_errors AS
SELECT id,
    at
   FROM public.recent
  WHERE (kind = 'error'::text);

CREATE VIEW api.errors WITH (security_barrier = 'true') AS
SELECT id,
    (at)::date AS day
   FROM public.recent_errors;

CREATE VIEW api.error_days AS
SELECT day,
    count(*) AS n
   FROM api.errors
  GROUP BY day;

ALTER VIEW api.error_days OWNER TO app_owner;

COMMENT ON COLUMN api.error_days.n IS 'How many';

COMMENT ON VIEW public.recent_errors IS 'Errors of this year';

GRANT SELECT ON TABLE api.error_days TO reader WITH GRANT OPTION;

GRANT SELECT ON TABLE api.errors TO reader WITH GRANT OPTION;

-- down

DROP VIEW api.error_days;

DROP VIEW api.errors;

DROP VIEW public.recent_errors;

DROP VIEW public.recent;

CREATE VIEW public.recent AS
SELECT id,
    kind,
    at
   FROM public.events
  WHERE (at > '2024-01-01 00:00:00+00'::timestamp with time zone);

CREATE VIEW public.recent_errors AS
SELECT id,
    at
   FROM public.recent
  WHERE (kind = 'error'::text);

CREATE VIEW api.errors WITH (security_barrier = 'true') AS
SELECT id,
    (at)::date AS day
   FROM public.recent_errors;

CREATE VIEW api.error_days AS
SELECT day,
    count(*) AS n
   FROM api.errors
  GROUP BY day;

ALTER VIEW api.error_days OWNER TO app_owner;

COMMENT ON COLUMN api.error_days.n IS 'How many';

COMMENT ON VIEW public.recent_errors IS 'Errors of this year';

GRANT SELECT ON TABLE api.error_days TO reader WITH GRANT OPTION;

GRANT SELECT ON TABLE api.errors TO reader WITH GRANT OPTION;
