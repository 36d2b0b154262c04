ALTER DOMAIN public.code ADD CONSTRAINT upper_case CHECK ((VALUE = upper(VALUE))) NOT VALID;

-- down

ALTER DOMAIN public.code DROP CONSTRAINT upper_case;
