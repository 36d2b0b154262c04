BEGIN;

ALTER TABLE public.posts ADD CONSTRAINT "Parent Post" FOREIGN KEY (parent) REFERENCES public.posts (id) ON DELETE CASCADE NOT VALID;

ALTER TABLE public.posts ADD CONSTRAINT posts_author_fkey FOREIGN KEY (author) REFERENCES public.users (id) ON UPDATE RESTRICT ON DELETE SET NULL NOT VALID;

ALTER TABLE public.posts ADD CONSTRAINT posts_reviewer_fkey FOREIGN KEY (reviewer) REFERENCES public.users (id) DEFERRABLE NOT VALID;

ALTER TABLE public.posts ADD CONSTRAINT same_org FOREIGN KEY (org, author) REFERENCES public.users (org, id) MATCH FULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED NOT VALID;

COMMIT;

-- Reads all of public.posts while others go on reading and writing it.
-- Fails if rows of public.posts refer to nothing by Parent Post. To find them: SELECT * FROM public.posts AS c WHERE c.parent IS NOT NULL AND NOT EXISTS (SELECT FROM public.posts AS p WHERE p.id = c.parent)
ALTER TABLE public.posts VALIDATE CONSTRAINT "Parent Post";

-- Reads all of public.posts while others go on reading and writing it.
-- Fails if rows of public.posts refer to nothing by posts_author_fkey. To find them: SELECT * FROM public.posts AS c WHERE c.author IS NOT NULL AND NOT EXISTS (SELECT FROM public.users AS p WHERE p.id = c.author)
ALTER TABLE public.posts VALIDATE CONSTRAINT posts_author_fkey;

-- Reads all of public.posts while others go on reading and writing it.
-- Fails if rows of public.posts refer to nothing by posts_reviewer_fkey. To find them: SELECT * FROM public.posts AS c WHERE c.reviewer IS NOT NULL AND NOT EXISTS (SELECT FROM public.users AS p WHERE p.id = c.reviewer)
ALTER TABLE public.posts VALIDATE CONSTRAINT posts_reviewer_fkey;

-- Reads all of public.posts while others go on reading and writing it.
-- Fails if rows of public.posts refer to nothing by same_org. To find them: SELECT * FROM public.posts AS c WHERE (c.org IS NOT NULL OR c.author IS NOT NULL) AND NOT EXISTS (SELECT FROM public.users AS p WHERE p.org = c.org AND p.id = c.author)
ALTER TABLE public.posts VALIDATE CONSTRAINT same_org;

COMMENT ON CONSTRAINT same_org ON public.posts IS 'authors write for their own';

-- down

ALTER TABLE public.posts DROP CONSTRAINT "Parent Post";

ALTER TABLE public.posts DROP CONSTRAINT posts_author_fkey;

ALTER TABLE public.posts DROP CONSTRAINT posts_reviewer_fkey;

ALTER TABLE public.posts DROP CONSTRAINT same_org;
