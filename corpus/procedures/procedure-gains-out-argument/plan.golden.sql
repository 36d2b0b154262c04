CREATE PROCEDURE public.status(a integer, b text DEFAULT 'x'::text)
  LANGUAGE plpgsql
AS $procedure$ BEGIN END $procedure$;

CREATE PROCEDURE public.status(a text)
  LANGUAGE plpgsql
AS $procedure$ BEGIN END $procedure$;

DROP PROCEDURE public.status(integer);

DROP PROCEDURE public.transfer(integer, integer, integer);

CREATE PROCEDURE public.transfer(src integer, dst integer, INOUT amount integer, OUT fee integer)
  LANGUAGE plpgsql
AS $procedure$ BEGIN fee := 1; END $procedure$;

-- down

CREATE PROCEDURE public.status(a integer)
  LANGUAGE plpgsql
AS $procedure$ BEGIN END $procedure$;

DROP PROCEDURE public.status(integer, text);

DROP PROCEDURE public.status(text);

DROP PROCEDURE public.transfer(IN integer, IN integer, INOUT integer, OUT integer);

CREATE PROCEDURE public.transfer(src integer, dst integer, INOUT amount integer)
  LANGUAGE plpgsql
AS $procedure$ BEGIN amount := amount - 1; END $procedure$;
