CREATE OR REPLACE TRIGGER email_changed AFTER UPDATE ON public.users FOR EACH ROW WHEN (((old.email IS DISTINCT FROM new.email) AND (new.id > 0)))
  EXECUTE FUNCTION public.notify_change('it''s', 'back\slash', '42');

CREATE OR REPLACE TRIGGER login AFTER UPDATE OF "Last Login" ON public.users FOR EACH ROW WHEN ((new."Last Login" IS NOT NULL))
  EXECUTE FUNCTION public.notify_change('');

-- down

CREATE OR REPLACE TRIGGER email_changed AFTER UPDATE ON public.users FOR EACH ROW WHEN ((old.email <> new.email))
  EXECUTE FUNCTION public.notify_change('users', 'email');

CREATE OR REPLACE TRIGGER login AFTER UPDATE OF "Last Login" ON public.users FOR EACH ROW
  EXECUTE FUNCTION public.notify_change();
