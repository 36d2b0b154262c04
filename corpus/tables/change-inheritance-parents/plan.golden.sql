ALTER TABLE public.documents ADD COLUMN tags text[] DEFAULT '{}'::text[];

ALTER TABLE public.documents INHERIT public.tagged;

ALTER TABLE public.photos NO INHERIT public.audited;

-- down

ALTER TABLE public.documents NO INHERIT public.tagged;

-- The column public.documents.tags is dropped with all that it holds.
ALTER TABLE public.documents DROP COLUMN tags;

ALTER TABLE public.photos INHERIT public.audited;
