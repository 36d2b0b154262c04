BEGIN;

ALTER TABLE public.b ADD CONSTRAINT w_fkey_plumb_new FOREIGN KEY (w) REFERENCES public.a (id) ON DELETE SET NULL NOT VALID;

ALTER TABLE public.b ADD CONSTRAINT x_fkey_plumb_new FOREIGN KEY (x) REFERENCES public.a (id) ON DELETE SET DEFAULT NOT VALID;

ALTER TABLE public.b ADD CONSTRAINT y_fkey_plumb_new FOREIGN KEY (y) REFERENCES public.a (id) NOT VALID;

ALTER TABLE public.b ADD CONSTRAINT z_fkey_plumb_new FOREIGN KEY (z) REFERENCES public.a (id) NOT VALID;

COMMIT;

-- Reads all of public.b while others go on reading and writing it.
-- Fails if rows of public.b refer to nothing by w_fkey. To find them: SELECT * FROM public.b AS c WHERE c.w IS NOT NULL AND NOT EXISTS (SELECT FROM public.a AS p WHERE p.id = c.w)
ALTER TABLE public.b VALIDATE CONSTRAINT w_fkey_plumb_new;

BEGIN;

ALTER TABLE public.b DROP CONSTRAINT w_fkey;

ALTER TABLE public.b RENAME CONSTRAINT w_fkey_plumb_new TO w_fkey;

COMMIT;

-- Reads all of public.b while others go on reading and writing it.
-- Fails if rows of public.b refer to nothing by x_fkey. To find them: SELECT * FROM public.b AS c WHERE c.x IS NOT NULL AND NOT EXISTS (SELECT FROM public.a AS p WHERE p.id = c.x)
ALTER TABLE public.b VALIDATE CONSTRAINT x_fkey_plumb_new;

BEGIN;

ALTER TABLE public.b DROP CONSTRAINT x_fkey;

ALTER TABLE public.b RENAME CONSTRAINT x_fkey_plumb_new TO x_fkey;

COMMIT;

-- Reads all of public.b while others go on reading and writing it.
-- Fails if rows of public.b refer to nothing by y_fkey. To find them: SELECT * FROM public.b AS c WHERE c.y IS NOT NULL AND NOT EXISTS (SELECT FROM public.a AS p WHERE p.id = c.y)
ALTER TABLE public.b VALIDATE CONSTRAINT y_fkey_plumb_new;

BEGIN;

ALTER TABLE public.b DROP CONSTRAINT y_fkey;

ALTER TABLE public.b RENAME CONSTRAINT y_fkey_plumb_new TO y_fkey;

COMMIT;

-- Reads all of public.b while others go on reading and writing it.
-- Fails if rows of public.b refer to nothing by z_fkey. To find them: SELECT * FROM public.b AS c WHERE c.z IS NOT NULL AND NOT EXISTS (SELECT FROM public.a AS p WHERE p.id = c.z)
ALTER TABLE public.b VALIDATE CONSTRAINT z_fkey_plumb_new;

BEGIN;

ALTER TABLE public.b DROP CONSTRAINT z_fkey;

ALTER TABLE public.b RENAME CONSTRAINT z_fkey_plumb_new TO z_fkey;

COMMIT;

-- down

BEGIN;

ALTER TABLE public.b ADD CONSTRAINT w_fkey_plumb_new FOREIGN KEY (w) REFERENCES public.a (id) NOT VALID;

ALTER TABLE public.b ADD CONSTRAINT x_fkey_plumb_new FOREIGN KEY (x) REFERENCES public.a (id) ON DELETE CASCADE NOT VALID;

ALTER TABLE public.b ADD CONSTRAINT y_fkey_plumb_new FOREIGN KEY (y) REFERENCES public.a (id) ON UPDATE CASCADE ON DELETE RESTRICT NOT VALID;

ALTER TABLE public.b ADD CONSTRAINT z_fkey_plumb_new FOREIGN KEY (z) REFERENCES public.a (id) MATCH FULL NOT VALID;

COMMIT;

-- Reads all of public.b while others go on reading and writing it.
-- Fails if rows of public.b refer to nothing by w_fkey. To find them: SELECT * FROM public.b AS c WHERE c.w IS NOT NULL AND NOT EXISTS (SELECT FROM public.a AS p WHERE p.id = c.w)
ALTER TABLE public.b VALIDATE CONSTRAINT w_fkey_plumb_new;

BEGIN;

ALTER TABLE public.b DROP CONSTRAINT w_fkey;

ALTER TABLE public.b RENAME CONSTRAINT w_fkey_plumb_new TO w_fkey;

COMMIT;

-- Reads all of public.b while others go on reading and writing it.
-- Fails if rows of public.b refer to nothing by x_fkey. To find them: SELECT * FROM public.b AS c WHERE c.x IS NOT NULL AND NOT EXISTS (SELECT FROM public.a AS p WHERE p.id = c.x)
ALTER TABLE public.b VALIDATE CONSTRAINT x_fkey_plumb_new;

BEGIN;

ALTER TABLE public.b DROP CONSTRAINT x_fkey;

ALTER TABLE public.b RENAME CONSTRAINT x_fkey_plumb_new TO x_fkey;

COMMIT;

-- Reads all of public.b while others go on reading and writing it.
-- Fails if rows of public.b refer to nothing by y_fkey. To find them: SELECT * FROM public.b AS c WHERE c.y IS NOT NULL AND NOT EXISTS (SELECT FROM public.a AS p WHERE p.id = c.y)
ALTER TABLE public.b VALIDATE CONSTRAINT y_fkey_plumb_new;

BEGIN;

ALTER TABLE public.b DROP CONSTRAINT y_fkey;

ALTER TABLE public.b RENAME CONSTRAINT y_fkey_plumb_new TO y_fkey;

COMMIT;

-- Reads all of public.b while others go on reading and writing it.
-- Fails if rows of public.b refer to nothing by z_fkey. To find them: SELECT * FROM public.b AS c WHERE (c.z IS NOT NULL) AND NOT EXISTS (SELECT FROM public.a AS p WHERE p.id = c.z)
ALTER TABLE public.b VALIDATE CONSTRAINT z_fkey_plumb_new;

BEGIN;

ALTER TABLE public.b DROP CONSTRAINT z_fkey;

ALTER TABLE public.b RENAME CONSTRAINT z_fkey_plumb_new TO z_fkey;

COMMIT;
