CREATE OR REPLACE FUNCTION public.max_x()
  RETURNS integer
  LANGUAGE plpgsql STABLE
AS $function$ BEGIN RETURN (SELECT max(x) FROM t); END $function$;

CREATE OR REPLACE FUNCTION public.sum_x()
  RETURNS bigint
  LANGUAGE sql STABLE
BEGIN ATOMIC
 SELECT sum(t.x) AS sum
    FROM public.t;
END;

-- down

CREATE OR REPLACE FUNCTION public.max_x()
  RETURNS integer
  LANGUAGE sql STABLE
BEGIN ATOMIC
 SELECT max(t.x) AS max
    FROM public.t;
END;

CREATE OR REPLACE FUNCTION public.sum_x()
  RETURNS bigint
  LANGUAGE sql STABLE
AS $function$ SELECT sum(x) FROM t $function$;
