CREATE FUNCTION new_code() RETURNS text LANGUAGE sql VOLATILE AS $$ SELECT substr(md5(random()::text), 1, 8) $$;
CREATE TABLE coupons (id int PRIMARY KEY, code text NOT NULL DEFAULT new_code());
