CREATE TABLE t (id int PRIMARY KEY);
CREATE FUNCTION z_last(n int) RETURNS int LANGUAGE sql AS $$ SELECT n + 1 $$;
CREATE FUNCTION m_mid(n int) RETURNS int LANGUAGE sql AS $$ SELECT z_last(n) * 2 $$;
CREATE FUNCTION a_first(n int) RETURNS int LANGUAGE sql AS $$ SELECT m_mid(n) + z_last(n) $$;
CREATE VIEW "0_view" AS SELECT a_first(id) AS x FROM t;
