-- The table public.users_email is dropped with all of its rows.
DROP TABLE public.users_email;

-- Reads public.users twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY users_email ON public.users (email);

-- down

DROP INDEX CONCURRENTLY public.users_email;

CREATE TABLE public.users_email (
  user_id integer,
  email text
);
