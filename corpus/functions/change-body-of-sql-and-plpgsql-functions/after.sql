CREATE FUNCTION add_vat(net numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT round(net * 1.2, 2)';
CREATE FUNCTION greet(name text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  -- it's $1 \ with 'quotes' and $body$ in it
  RETURN 'Hello, ' || coalesce(name, 'you') || '!';
END
$$;
COMMENT ON FUNCTION greet(text) IS 'Says hello';
GRANT EXECUTE ON FUNCTION greet(text) TO anon;
