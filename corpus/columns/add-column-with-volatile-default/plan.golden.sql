BEGIN;

-- public.devices is written anew while nobody can read or write it: each row gets its own value of seen_at.
ALTER TABLE public.devices ADD COLUMN seen_at timestamp with time zone NOT NULL DEFAULT clock_timestamp();

-- public.devices is written anew while nobody can read or write it: each row gets its own value of token.
ALTER TABLE public.devices ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid();

COMMIT;

-- Reads public.devices twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.devices have the same (token). To find them: SELECT token, count(*) FROM public.devices GROUP BY token HAVING count(*) > 1. An invalid index devices_token_key is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY devices_token_key ON public.devices (token);

ALTER TABLE public.devices ADD CONSTRAINT devices_token_key UNIQUE USING INDEX devices_token_key;

-- down

ALTER TABLE public.devices DROP CONSTRAINT devices_token_key;

-- The column public.devices.seen_at is dropped with all that it holds.
ALTER TABLE public.devices DROP COLUMN seen_at;

-- The column public.devices.token is dropped with all that it holds.
ALTER TABLE public.devices DROP COLUMN token;
