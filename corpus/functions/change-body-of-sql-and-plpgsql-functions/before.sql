CREATE FUNCTION add_vat(net numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT net * 1.19';
CREATE FUNCTION greet(name text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  RETURN 'Hello ' || name;
END
$$;
COMMENT ON FUNCTION greet(text) IS 'Says hello';
GRANT EXECUTE ON FUNCTION greet(text) TO anon;
