BEGIN;

ALTER TABLE public.child DROP CONSTRAINT child_extra_check;

ALTER TABLE public.grandchild DROP CONSTRAINT kind_known;

ALTER TABLE public.parent ADD CONSTRAINT kind_known CHECK (kind = ANY (ARRAY['a'::text, 'b'::text])) NOT VALID;

COMMIT;

-- Reads all of public.parent while others go on reading and writing it.
-- Fails if rows of public.parent break kind_known. To find them: SELECT * FROM public.parent WHERE NOT (kind = ANY (ARRAY['a'::text, 'b'::text]))
ALTER TABLE public.parent VALIDATE CONSTRAINT kind_known;

BEGIN;

ALTER TABLE public.parent DROP CONSTRAINT parent_id_check;

ALTER TABLE public.child ADD CONSTRAINT parent_id_check CHECK (id > 0) NOT VALID;

COMMIT;

-- Reads all of public.child while others go on reading and writing it.
-- Fails if rows of public.child break parent_id_check. To find them: SELECT * FROM public.child WHERE NOT (id > 0)
ALTER TABLE public.child VALIDATE CONSTRAINT parent_id_check;

-- down

ALTER TABLE public.child ADD CONSTRAINT child_extra_check CHECK (extra > 0) NOT VALID;

-- Reads all of public.child while others go on reading and writing it.
-- Fails if rows of public.child break child_extra_check. To find them: SELECT * FROM public.child WHERE NOT (extra > 0)
ALTER TABLE public.child VALIDATE CONSTRAINT child_extra_check;

BEGIN;

ALTER TABLE public.child DROP CONSTRAINT parent_id_check;

ALTER TABLE public.parent ADD CONSTRAINT parent_id_check CHECK (id > 0) NOT VALID;

COMMIT;

-- Reads all of public.parent while others go on reading and writing it.
-- Fails if rows of public.parent break parent_id_check. To find them: SELECT * FROM public.parent WHERE NOT (id > 0)
ALTER TABLE public.parent VALIDATE CONSTRAINT parent_id_check;

BEGIN;

ALTER TABLE public.parent DROP CONSTRAINT kind_known;

ALTER TABLE public.grandchild ADD CONSTRAINT kind_known CHECK (kind = ANY (ARRAY['a'::text, 'b'::text])) NOT VALID;

COMMIT;

-- Reads all of public.grandchild while others go on reading and writing it.
-- Fails if rows of public.grandchild break kind_known. To find them: SELECT * FROM public.grandchild WHERE NOT (kind = ANY (ARRAY['a'::text, 'b'::text]))
ALTER TABLE public.grandchild VALIDATE CONSTRAINT kind_known;
