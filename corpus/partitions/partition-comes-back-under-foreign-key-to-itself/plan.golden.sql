CREATE TABLE public.nodes_new (
  LIKE public.nodes INCLUDING COMPRESSION INCLUDING CONSTRAINTS INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING STORAGE
);

ALTER TABLE public.nodes ATTACH PARTITION public.nodes_new FOR VALUES FROM ('10') TO ('20');

ALTER TABLE public.nodes ADD COLUMN label text;

-- down

BEGIN;

ALTER TABLE public.nodes DROP CONSTRAINT nodes_parent_id_fkey;

-- The column public.nodes.label is dropped with all that it holds.
ALTER TABLE public.nodes DROP COLUMN label;

-- The table public.nodes_new is dropped with all of its rows.
DROP TABLE public.nodes_new;

ALTER TABLE public.nodes ADD CONSTRAINT nodes_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.nodes (id) NOT VALID;

COMMIT;

-- Reads all of public.nodes while others go on reading and writing it.
-- Fails if rows of public.nodes refer to nothing by nodes_parent_id_fkey. To find them: SELECT * FROM public.nodes AS c WHERE c.parent_id IS NOT NULL AND NOT EXISTS (SELECT FROM public.nodes AS p WHERE p.id = c.parent_id)
ALTER TABLE public.nodes VALIDATE CONSTRAINT nodes_parent_id_fkey;
