CREATE OR REPLACE VIEW public.folder_paths AS
WITH RECURSIVE folder_paths(id, path, depth) AS (
         SELECT folders.id,
            folders.name,
            1 AS "?column?"
           FROM public.folders
          WHERE (folders.parent IS NULL)
        UNION ALL
         SELECT f.id,
            ((p.path || '/'::text) || f.name),
            (p.depth + 1)
           FROM (public.folders f
             JOIN folder_paths p ON ((p.id = f.parent)))
        )
 SELECT id,
    path,
    depth
   FROM folder_paths;

-- down

DROP VIEW public.folder_paths;

CREATE VIEW public.folder_paths AS
WITH RECURSIVE folder_paths(id, path) AS (
         SELECT folders.id,
            folders.name
           FROM public.folders
          WHERE (folders.parent IS NULL)
        UNION ALL
         SELECT f.id,
            ((p.path || '/'::text) || f.name)
           FROM (public.folders f
             JOIN folder_paths p ON ((p.id = f.parent)))
        )
 SELECT id,
    path
   FROM folder_paths;
