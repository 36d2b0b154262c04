CREATE STATISTICS public.by_expr (ndistinct, mcv) ON zip, (lower(city)), (total * (2)::numeric) FROM public.orders;

CREATE STATISTICS public.mixed (dependencies, mcv) ON total, zip FROM public.orders;

ALTER STATISTICS public.mixed SET STATISTICS 500;

CREATE STATISTICS public.ndist (ndistinct) ON city, total, zip FROM public.orders;

CREATE STATISTICS public.one_expr ON (date_trunc('day'::text, (at AT TIME ZONE 'UTC'::text))) FROM public.orders;

COMMENT ON STATISTICS public.ndist IS 'For the planner';

-- down

DROP STATISTICS public.by_expr;

DROP STATISTICS public.mixed;

DROP STATISTICS public.ndist;

DROP STATISTICS public.one_expr;
