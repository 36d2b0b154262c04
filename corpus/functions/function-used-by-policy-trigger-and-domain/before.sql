CREATE FUNCTION tenant() RETURNS int LANGUAGE sql STABLE AS $$ SELECT current_setting('app.tenant')::int $$;
CREATE FUNCTION is_code(text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT $1 ~ '^[A-Z]+$' $$;
CREATE DOMAIN code AS text CHECK (is_code(VALUE));
CREATE TABLE docs (id int PRIMARY KEY, tenant int NOT NULL DEFAULT tenant(), code code);
ALTER TABLE docs ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON docs USING (tenant = tenant());
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER touch BEFORE UPDATE ON docs FOR EACH ROW WHEN (OLD.tenant = tenant()) EXECUTE FUNCTION touch();
