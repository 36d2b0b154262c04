ALTER FUNCTION public.plain() SET search_path TO '$user', 'public', 'pg_temp' SET "TimeZone" TO 'UTC';

ALTER FUNCTION public.purge() SET search_path TO '';

ALTER FUNCTION public.slow() RESET statement_timeout SET work_mem TO '128MB' SET app.tenant TO 'it''s';

-- down

ALTER FUNCTION public.plain() RESET search_path RESET "TimeZone";

ALTER FUNCTION public.purge() SET search_path TO 'public';

ALTER FUNCTION public.slow() RESET app.tenant SET work_mem TO '64MB' SET statement_timeout TO '5s';
