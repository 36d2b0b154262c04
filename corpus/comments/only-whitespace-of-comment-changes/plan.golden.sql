COMMENT ON TABLE public.t IS '  A table
';

-- down

COMMENT ON TABLE public.t IS 'A table';
