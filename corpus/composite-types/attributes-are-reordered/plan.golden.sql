ALTER TYPE public.pair
  DROP ATTRIBUTE a,
  DROP ATTRIBUTE b,
  ADD ATTRIBUTE b text,
  ADD ATTRIBUTE a integer;

-- down

ALTER TYPE public.pair
  DROP ATTRIBUTE b,
  DROP ATTRIBUTE a,
  ADD ATTRIBUTE a integer,
  ADD ATTRIBUTE b text;
