BEGIN;

CREATE TABLE public.nodes (
  tree integer NOT NULL,
  id integer NOT NULL,
  parent integer,
  CONSTRAINT nodes_pkey PRIMARY KEY (tree, id),
  CONSTRAINT nodes_tree_parent_fkey FOREIGN KEY (tree, parent) REFERENCES public.nodes (tree, id) ON UPDATE CASCADE
);

ALTER TABLE public.categories ADD COLUMN parent_id integer;

ALTER TABLE public.categories ADD CONSTRAINT categories_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.categories (id) ON DELETE CASCADE NOT VALID;

COMMIT;

-- Reads all of public.categories while others go on reading and writing it.
-- Fails if rows of public.categories refer to nothing by categories_parent_id_fkey. To find them: SELECT * FROM public.categories AS c WHERE c.parent_id IS NOT NULL AND NOT EXISTS (SELECT FROM public.categories AS p WHERE p.id = c.parent_id)
ALTER TABLE public.categories VALIDATE CONSTRAINT categories_parent_id_fkey;

-- Reads public.categories twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.categories have the same (parent_id, name). To find them: SELECT parent_id, name, count(*) FROM public.categories GROUP BY parent_id, name HAVING count(*) > 1. An invalid index categories_parent_id_name_key is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY categories_parent_id_name_key ON public.categories (parent_id, name);

BEGIN;

ALTER TABLE public.categories ADD CONSTRAINT categories_parent_id_name_key UNIQUE USING INDEX categories_parent_id_name_key;

ALTER TABLE public.categories DROP CONSTRAINT categories_name_key;

COMMIT;

-- down

-- Reads public.categories twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.categories have the same (name). To find them: SELECT name, count(*) FROM public.categories GROUP BY name HAVING count(*) > 1. An invalid index categories_name_key is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY categories_name_key ON public.categories (name);

BEGIN;

ALTER TABLE public.categories ADD CONSTRAINT categories_name_key UNIQUE USING INDEX categories_name_key;

ALTER TABLE public.categories DROP CONSTRAINT categories_parent_id_fkey;

ALTER TABLE public.categories DROP CONSTRAINT categories_parent_id_name_key;

-- The column public.categories.parent_id is dropped with all that it holds.
ALTER TABLE public.categories DROP COLUMN parent_id;

-- The table public.nodes is dropped with all of its rows.
DROP TABLE public.nodes;

COMMIT;
