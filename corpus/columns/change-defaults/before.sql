CREATE SEQUENCE ticket_numbers;
CREATE FUNCTION next_code() RETURNS text LANGUAGE sql VOLATILE AS $$ SELECT 'c' || nextval('ticket_numbers') $$;
CREATE TABLE tickets (
  id int PRIMARY KEY,
  state text DEFAULT 'new',
  priority int DEFAULT 3,
  opened timestamp DEFAULT now(),
  code text,
  note text DEFAULT 'it''s \ here',
  ratio float8 DEFAULT 0.1
);
