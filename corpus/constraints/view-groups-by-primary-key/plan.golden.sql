ALTER TABLE public.users RENAME CONSTRAINT users_pkey TO users_key;

-- down

ALTER TABLE public.users RENAME CONSTRAINT users_key TO users_pkey;
