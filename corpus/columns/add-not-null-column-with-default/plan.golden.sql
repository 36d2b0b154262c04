ALTER TABLE public.users ADD COLUMN active boolean NOT NULL DEFAULT true;

ALTER TABLE public.users ADD COLUMN created_at timestamp with time zone NOT NULL DEFAULT now();

ALTER TABLE public.users ADD COLUMN settings jsonb NOT NULL DEFAULT '{"theme": "dark"}'::jsonb;

ALTER TABLE public.users ADD COLUMN tags text[] NOT NULL DEFAULT '{}'::text[];

-- down

-- The column public.users.active is dropped with all that it holds.
ALTER TABLE public.users DROP COLUMN active;

-- The column public.users.created_at is dropped with all that it holds.
ALTER TABLE public.users DROP COLUMN created_at;

-- The column public.users.settings is dropped with all that it holds.
ALTER TABLE public.users DROP COLUMN settings;

-- The column public.users.tags is dropped with all that it holds.
ALTER TABLE public.users DROP COLUMN tags;
