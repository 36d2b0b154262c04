CREATE TABLE old_log (id int PRIMARY KEY, msg text);
CREATE FUNCTION last_msg() RETURNS text LANGUAGE plpgsql AS $$
DECLARE r old_log%ROWTYPE;
BEGIN
  SELECT * INTO r FROM old_log ORDER BY id DESC LIMIT 1;
  RETURN r.msg;
END $$;
