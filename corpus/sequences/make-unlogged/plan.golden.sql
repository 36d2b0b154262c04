ALTER SEQUENCE public.a SET UNLOGGED;

ALTER SEQUENCE public.b SET LOGGED;

ALTER SEQUENCE public.t_id_seq SET UNLOGGED;

-- public.t is written anew while nobody can read or write it.
ALTER TABLE public.t SET UNLOGGED;

-- down

ALTER SEQUENCE public.a SET LOGGED;

ALTER SEQUENCE public.b SET UNLOGGED;

ALTER SEQUENCE public.t_id_seq SET LOGGED;

-- public.t is written anew while nobody can read or write it.
ALTER TABLE public.t SET LOGGED;
