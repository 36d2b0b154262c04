BEGIN;

ALTER TABLE public.posts ADD CONSTRAINT author_fkey_plumb_new FOREIGN KEY (tenant, author) REFERENCES public.users (tenant, id) ON DELETE SET NULL (author) NOT VALID;

ALTER TABLE public.posts ADD CONSTRAINT editor_fkey FOREIGN KEY (tenant, editor) REFERENCES public.users (tenant, id) ON DELETE SET DEFAULT (editor) NOT VALID;

COMMIT;

-- Reads all of public.posts while others go on reading and writing it.
-- Fails if rows of public.posts refer to nothing by author_fkey. To find them: SELECT * FROM public.posts AS c WHERE c.tenant IS NOT NULL AND c.author IS NOT NULL AND NOT EXISTS (SELECT FROM public.users AS p WHERE p.tenant = c.tenant AND p.id = c.author)
ALTER TABLE public.posts VALIDATE CONSTRAINT author_fkey_plumb_new;

BEGIN;

ALTER TABLE public.posts DROP CONSTRAINT author_fkey;

ALTER TABLE public.posts RENAME CONSTRAINT author_fkey_plumb_new TO author_fkey;

COMMIT;

-- Reads all of public.posts while others go on reading and writing it.
-- Fails if rows of public.posts refer to nothing by editor_fkey. To find them: SELECT * FROM public.posts AS c WHERE c.tenant IS NOT NULL AND c.editor IS NOT NULL AND NOT EXISTS (SELECT FROM public.users AS p WHERE p.tenant = c.tenant AND p.id = c.editor)
ALTER TABLE public.posts VALIDATE CONSTRAINT editor_fkey;

-- down

ALTER TABLE public.posts ADD CONSTRAINT author_fkey_plumb_new FOREIGN KEY (tenant, author) REFERENCES public.users (tenant, id) ON DELETE CASCADE NOT VALID;

-- Reads all of public.posts while others go on reading and writing it.
-- Fails if rows of public.posts refer to nothing by author_fkey. To find them: SELECT * FROM public.posts AS c WHERE c.tenant IS NOT NULL AND c.author IS NOT NULL AND NOT EXISTS (SELECT FROM public.users AS p WHERE p.tenant = c.tenant AND p.id = c.author)
ALTER TABLE public.posts VALIDATE CONSTRAINT author_fkey_plumb_new;

BEGIN;

ALTER TABLE public.posts DROP CONSTRAINT author_fkey;

ALTER TABLE public.posts RENAME CONSTRAINT author_fkey_plumb_new TO author_fkey;

ALTER TABLE public.posts DROP CONSTRAINT editor_fkey;

COMMIT;
