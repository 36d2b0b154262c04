ALTER TABLE public.users RENAME CONSTRAINT ck_users_age TO users_age_check;

ALTER TABLE public.users RENAME CONSTRAINT pk_users TO users_pkey;

ALTER TABLE public.users RENAME CONSTRAINT uq_users_email TO users_email_key;

ALTER TABLE public.users RENAME CONSTRAINT fk_users_boss TO users_boss_fkey;

-- down

ALTER TABLE public.users RENAME CONSTRAINT users_boss_fkey TO fk_users_boss;

ALTER TABLE public.users RENAME CONSTRAINT users_email_key TO uq_users_email;

ALTER TABLE public.users RENAME CONSTRAINT users_pkey TO pk_users;

ALTER TABLE public.users RENAME CONSTRAINT users_age_check TO ck_users_age;
