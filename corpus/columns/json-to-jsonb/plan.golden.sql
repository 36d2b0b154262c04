BEGIN;

-- public.documents is written anew while nobody can read or write it: public.documents.body changes from json to jsonb.
-- public.documents.body can hold less as jsonb than as json: what doesn't fit is cut off, or refused.
-- The migration fails where public.documents.body holds a value that can't be converted to jsonb.
ALTER TABLE public.documents ALTER COLUMN body TYPE jsonb;

-- public.documents is written anew while nobody can read or write it: public.documents.meta changes from text to jsonb.
-- The migration fails where public.documents.meta holds a value that can't be converted to jsonb.
ALTER TABLE public.documents ALTER COLUMN meta TYPE jsonb USING meta::jsonb;

ALTER TABLE public.documents ALTER COLUMN xml_body TYPE text;

ALTER TABLE public.documents ALTER COLUMN body SET DEFAULT '{}'::jsonb;

COMMIT;

-- Reads public.documents twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY documents_body ON public.documents USING gin (body jsonb_path_ops);

-- Reads public.documents twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY documents_title ON public.documents (((body ->> 'title'::text)));

-- down

BEGIN;

-- public.documents is written anew while nobody can read or write it: public.documents.meta changes from jsonb to text.
ALTER TABLE public.documents ALTER COLUMN meta TYPE text;

-- public.documents is written anew while nobody can read or write it: public.documents.xml_body changes from text to xml.
-- The migration fails where public.documents.xml_body holds a value that can't be converted to xml.
ALTER TABLE public.documents ALTER COLUMN xml_body TYPE xml USING xml_body::xml;

COMMIT;

DROP INDEX CONCURRENTLY public.documents_body;

DROP INDEX CONCURRENTLY public.documents_title;

BEGIN;

-- public.documents is written anew while nobody can read or write it: public.documents.body changes from jsonb to json.
ALTER TABLE public.documents ALTER COLUMN body TYPE json;

ALTER TABLE public.documents ALTER COLUMN body SET DEFAULT '{}'::json;

COMMIT;
