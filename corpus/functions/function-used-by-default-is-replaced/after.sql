CREATE FUNCTION new_code(len int DEFAULT 8) RETURNS varchar LANGUAGE sql VOLATILE AS $$ SELECT substr(md5(random()::text), 1, len)::varchar $$;
CREATE TABLE coupons (id int PRIMARY KEY, code text NOT NULL DEFAULT new_code());
