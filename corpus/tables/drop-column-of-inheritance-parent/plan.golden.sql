ALTER TABLE public.child ALTER COLUMN kind SET DEFAULT 'child'::text;

-- The column public.base.legacy is dropped with all that it holds.
ALTER TABLE ONLY public.base DROP COLUMN legacy;

-- The column public.child.legacy is dropped with all that it holds.
ALTER TABLE public.child DROP COLUMN legacy;

-- down

ALTER TABLE public.base ADD COLUMN legacy text;

ALTER TABLE public.child ALTER COLUMN kind SET DEFAULT 'base'::text;
