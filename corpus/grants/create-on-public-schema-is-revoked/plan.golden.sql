GRANT USAGE ON SCHEMA public TO app_owner;

GRANT USAGE ON SCHEMA public TO reader;

GRANT ALL ON TABLE public.t TO app_owner;

-- PUBLIC loses USAGE, CREATE on SCHEMA public.
REVOKE ALL ON SCHEMA public FROM PUBLIC;

-- down

GRANT ALL ON SCHEMA public TO PUBLIC;

-- app_owner loses USAGE on SCHEMA public.
REVOKE USAGE ON SCHEMA public FROM app_owner;

-- reader loses USAGE on SCHEMA public.
REVOKE USAGE ON SCHEMA public FROM reader;

-- app_owner loses SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER, MAINTAIN on TABLE public.t.
REVOKE ALL ON TABLE public.t FROM app_owner;
