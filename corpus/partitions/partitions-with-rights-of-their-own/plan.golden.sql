-- Who isn't the owner of parts.t_1 sees only the rows that its policies let through.
ALTER TABLE parts.t_1 ENABLE ROW LEVEL SECURITY;

ALTER TABLE parts.t_2 REPLICA IDENTITY FULL;

-- The owner of TABLE parts.t_2 changes: who could change it, and whose rights it runs with.
ALTER TABLE parts.t_2 OWNER TO keeper;

COMMENT ON COLUMN parts.t_1.id IS 'same as above';

GRANT SELECT ON TABLE parts.t_1 TO reader;

-- reader loses SELECT on TABLE public.t.
REVOKE SELECT ON TABLE public.t FROM reader;

-- down

GRANT SELECT ON TABLE public.t TO reader;

-- reader loses SELECT on TABLE parts.t_1.
REVOKE SELECT ON TABLE parts.t_1 FROM reader;

COMMENT ON COLUMN parts.t_1.id IS NULL;

-- Whoever may read parts.t_1 sees all of its rows from then on.
ALTER TABLE parts.t_1 DISABLE ROW LEVEL SECURITY;

-- The owner of TABLE parts.t_2 changes: who could change it, and whose rights it runs with.
ALTER TABLE parts.t_2 OWNER TO CURRENT_USER;

ALTER TABLE parts.t_2 REPLICA IDENTITY DEFAULT;
