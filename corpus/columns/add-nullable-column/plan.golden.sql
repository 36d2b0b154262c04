ALTER TABLE public.users ADD COLUMN phone character varying(20);

-- down

-- The column public.users.phone is dropped with all that it holds.
ALTER TABLE public.users DROP COLUMN phone;
