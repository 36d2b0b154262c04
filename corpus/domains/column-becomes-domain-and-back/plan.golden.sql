-- Every row of public.t is checked against public.email while nobody can read or write the table.
-- The migration fails where public.t.a holds a value that can't be converted to public.email.
ALTER TABLE public.t ALTER COLUMN a TYPE public.email;

ALTER TABLE public.t ALTER COLUMN b TYPE text;

-- down

ALTER TABLE public.t ALTER COLUMN a TYPE text;

-- Every row of public.t is checked against public.email while nobody can read or write the table.
-- The migration fails where public.t.b holds a value that can't be converted to public.email.
ALTER TABLE public.t ALTER COLUMN b TYPE public.email;
