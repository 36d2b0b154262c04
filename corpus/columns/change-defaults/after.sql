CREATE SEQUENCE ticket_numbers;
CREATE FUNCTION next_code() RETURNS text LANGUAGE sql VOLATILE AS $$ SELECT 'c' || nextval('ticket_numbers') $$;
CREATE TABLE tickets (
  id int PRIMARY KEY DEFAULT nextval('ticket_numbers'),
  state text DEFAULT 'open'::text,
  priority int,
  opened timestamp DEFAULT (now() AT TIME ZONE 'utc'),
  code text DEFAULT next_code(),
  note text DEFAULT E'two\nlines',
  ratio float8 DEFAULT 0.1
);
