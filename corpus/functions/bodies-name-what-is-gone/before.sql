SET check_function_bodies = off;
CREATE TABLE jobs (id int PRIMARY KEY, state text);
CREATE FUNCTION oldest() RETURNS int LANGUAGE sql AS $$ SELECT min(id) FROM archived_jobs $$;
CREATE FUNCTION first_of(kind text) RETURNS int LANGUAGE plpgsql AS $$
DECLARE found archived_jobs%rowtype;
BEGIN
  RETURN 1;
END $$;
