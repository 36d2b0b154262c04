CREATE TABLE log (id bigint PRIMARY KEY, message text NOT NULL);
CREATE FUNCTION last_msg() RETURNS text LANGUAGE plpgsql AS $$
DECLARE r log%ROWTYPE;
BEGIN
  SELECT * INTO r FROM log ORDER BY id DESC LIMIT 1;
  RETURN r.message;
END $$;
