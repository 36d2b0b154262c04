ALTER TABLE public.b ADD CONSTRAINT y_fkey FOREIGN KEY (y) REFERENCES public.a (id) NOT VALID;

-- Reads all of public.b while others go on reading and writing it.
-- Fails if rows of public.b refer to nothing by x_fkey. To find them: SELECT * FROM public.b AS c WHERE c.x IS NOT NULL AND NOT EXISTS (SELECT FROM public.a AS p WHERE p.id = c.x)
ALTER TABLE public.b VALIDATE CONSTRAINT x_fkey;

-- down

ALTER TABLE public.b DROP CONSTRAINT x_fkey, ADD CONSTRAINT x_fkey FOREIGN KEY (x) REFERENCES public.a (id) NOT VALID;

ALTER TABLE public.b DROP CONSTRAINT y_fkey;
