CREATE TABLE public.log (
  id bigint NOT NULL,
  message text NOT NULL,
  CONSTRAINT log_pkey PRIMARY KEY (id)
);

CREATE OR REPLACE FUNCTION public.last_msg()
  RETURNS text
  LANGUAGE plpgsql
AS $function$
DECLARE r log%ROWTYPE;
BEGIN
  SELECT * INTO r FROM log ORDER BY id DESC LIMIT 1;
  RETURN r.message;
END $function$;

-- The table public.old_log is dropped with all of its rows.
DROP TABLE public.old_log;

-- down

CREATE TABLE public.old_log (
  id integer NOT NULL,
  msg text,
  CONSTRAINT old_log_pkey PRIMARY KEY (id)
);

CREATE OR REPLACE FUNCTION public.last_msg()
  RETURNS text
  LANGUAGE plpgsql
AS $function$
DECLARE r old_log%ROWTYPE;
BEGIN
  SELECT * INTO r FROM old_log ORDER BY id DESC LIMIT 1;
  RETURN r.msg;
END $function$;

-- The table public.log is dropped with all of its rows.
DROP TABLE public.log;
