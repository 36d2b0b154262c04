BEGIN;

ALTER TABLE public.old_rows ALTER COLUMN mark DROP NOT NULL;

ALTER TABLE public.old_rows ADD CONSTRAINT marked NOT NULL mark NOT VALID;

ALTER TABLE public.old_rows ADD NOT NULL note NOT VALID;

COMMIT;

-- The migration fails where public.checked.note is NULL. Give these rows a value first.
ALTER TABLE public.checked VALIDATE CONSTRAINT note_given;

-- down

BEGIN;

ALTER TABLE public.checked ALTER COLUMN note DROP NOT NULL;

ALTER TABLE public.checked ADD CONSTRAINT note_given NOT NULL note NOT VALID;

ALTER TABLE public.old_rows RENAME CONSTRAINT marked TO old_rows_mark_not_null;

ALTER TABLE public.old_rows ALTER COLUMN note DROP NOT NULL;

COMMIT;

-- The migration fails where public.old_rows.mark is NULL. Give these rows a value first.
ALTER TABLE public.old_rows VALIDATE CONSTRAINT old_rows_mark_not_null;
