BEGIN;

ALTER TABLE public.parent ADD CONSTRAINT parent_extra_not_null NOT NULL extra NOT VALID;

ALTER TABLE public.parent ALTER CONSTRAINT parent_id_not_null INHERIT;

ALTER TABLE public.parent RENAME CONSTRAINT parent_name_not_null TO name_here;

ALTER TABLE public.parent ALTER CONSTRAINT name_here NO INHERIT;

ALTER TABLE public.child ALTER COLUMN name DROP NOT NULL;

COMMIT;

-- The migration fails where public.parent.extra is NULL. Give these rows a value first.
ALTER TABLE public.parent VALIDATE CONSTRAINT parent_extra_not_null;

-- down

ALTER TABLE public.parent ALTER COLUMN extra DROP NOT NULL;

ALTER TABLE public.parent ALTER CONSTRAINT parent_id_not_null NO INHERIT;

ALTER TABLE public.child ALTER COLUMN id DROP NOT NULL;

ALTER TABLE public.parent RENAME CONSTRAINT name_here TO parent_name_not_null;

ALTER TABLE public.parent ALTER CONSTRAINT parent_name_not_null INHERIT;
