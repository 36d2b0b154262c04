ALTER SEQUENCE public.session_events_id_seq SET UNLOGGED;

-- public.session_notes is written anew while nobody can read or write it.
ALTER TABLE public.session_notes SET UNLOGGED;

-- public.session_events is written anew while nobody can read or write it.
ALTER TABLE public.session_events SET UNLOGGED;

-- public.sessions is written anew while nobody can read or write it.
ALTER TABLE public.sessions SET UNLOGGED;

-- down

ALTER SEQUENCE public.session_events_id_seq SET LOGGED;

-- public.sessions is written anew while nobody can read or write it.
ALTER TABLE public.sessions SET LOGGED;

-- public.session_events is written anew while nobody can read or write it.
ALTER TABLE public.session_events SET LOGGED;

-- public.session_notes is written anew while nobody can read or write it.
ALTER TABLE public.session_notes SET LOGGED;
