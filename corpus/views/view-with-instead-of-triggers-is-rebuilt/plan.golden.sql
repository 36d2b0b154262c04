DROP VIEW public.person;

CREATE VIEW public.person AS
SELECT id,
    last_name,
    first_name
   FROM public.people;

CREATE TRIGGER person_delete INSTEAD OF DELETE ON public.person FOR EACH ROW
  EXECUTE FUNCTION public.write_person();

CREATE TRIGGER person_insert INSTEAD OF INSERT ON public.person FOR EACH ROW
  EXECUTE FUNCTION public.write_person();

COMMENT ON TRIGGER person_insert ON public.person IS 'Splits the name';

-- down

DROP VIEW public.person;

CREATE VIEW public.person AS
SELECT id,
    first_name
   FROM public.people;

CREATE TRIGGER person_delete INSTEAD OF DELETE ON public.person FOR EACH ROW
  EXECUTE FUNCTION public.write_person();

CREATE TRIGGER person_insert INSTEAD OF INSERT ON public.person FOR EACH ROW
  EXECUTE FUNCTION public.write_person();

COMMENT ON TRIGGER person_insert ON public.person IS 'Splits the name';
