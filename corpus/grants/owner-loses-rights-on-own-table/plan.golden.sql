-- app_owner loses DELETE, TRUNCATE on TABLE public.t.
REVOKE DELETE, TRUNCATE ON TABLE public.t FROM app_owner;

-- down

GRANT DELETE, TRUNCATE ON TABLE public.t TO app_owner;
